/** The word of Open-Xchange for a value that is not known. */
export const NO_VALUE = "<none>";
