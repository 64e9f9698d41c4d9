import { mdc } from "./mdc.js";

export const mdcRequests = {
  ...mdc,
  name: "mdc-requests",
  title: "MDC with five fields, JSON, buffered: ten events a request",
  notes: "As `mdc`, but with a new scope, and new fields, every ten events.",
  perScope: 10,
};
