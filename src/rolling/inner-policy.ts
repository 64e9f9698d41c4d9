/** Why a policy that only works inside another one cannot be started by itself. */
export function standsAlone(className: string): Error {
  return new Error(`${className} belongs inside a TimeBasedRollingPolicy, as <timeBasedFileNamingAndTriggeringPolicy>.`);
}
