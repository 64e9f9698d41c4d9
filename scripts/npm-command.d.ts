/** Returns the program and its first arguments; append the npm arguments to `args`. */
export function npmCommand(): { program: string; args: string[]; shell: boolean };
