import type { Check } from "./check.js";
import { rollingAppenders } from "./rolling-appenders.js";
import { childrenNamed } from "./search.js";

/** `<maxFileSize>` where only the time counts. */
export const sizeInTimePolicy: Check = {
  name: "size-in-time-policy",
  find: (configuration) =>
    rollingAppenders(configuration).flatMap(({ rollingPolicy, policyClass }) =>
      rollingPolicy === undefined || policyClass !== "TimeBasedRollingPolicy"
        ? []
        : childrenNamed(rollingPolicy, "maxFileSize").map((element) => ({
            element,
            message: "<maxFileSize> has no effect in TimeBasedRollingPolicy: the file grows until its period ends. Use SizeAndTimeBasedRollingPolicy, with %i in <fileNamePattern>.",
          })),
    ),
};
