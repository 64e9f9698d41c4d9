/** Packages of logstash-logback-encoder. */
export const COMPOSITE = "net.logstash.logback.composite";
export const LOGGING_EVENT = "net.logstash.logback.composite.loggingevent";
