import { timeZone } from "./time-zone.js";

/** Whether there is a time zone of that name. */
export function isTimeZone(id: string): boolean {
  try {
    timeZone(id);
    return true;
  } catch {
    return false;
  }
}
