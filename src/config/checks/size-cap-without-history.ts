import type { Check } from "./check.js";
import { rollingAppenders } from "./rolling-appenders.js";
import { childrenNamed, childText } from "./search.js";

/** `<totalSizeCap>` is looked at only where `<maxHistory>` has old files removed. */
export const sizeCapWithoutHistory: Check = {
  name: "size-cap-without-history",
  find: (configuration) =>
    rollingAppenders(configuration).flatMap(({ draft, rollingPolicy }) => {
      const cap = rollingPolicy === undefined ? undefined : childrenNamed(rollingPolicy, "totalSizeCap")[0];
      if (rollingPolicy === undefined || cap === undefined || Number.parseInt(childText(configuration, draft, rollingPolicy, "totalSizeCap") ?? "", 10) === 0) {
        return [];
      }
      const history = childText(configuration, draft, rollingPolicy, "maxHistory") ?? "0";
      return history === "0" ? [{ element: cap, message: "<totalSizeCap> counts only together with <maxHistory>; without it no file is ever removed." }] : [];
    }),
};
