export const syslogUdp = {
  name: "syslog-udp",
  title: "Syslog over UDP",
  notes: "RFC 3164, a datagram an event, to a receiver in another process on this host. A receiver that falls behind loses datagrams, so every twenty events the sender waits until they have arrived; processor time is compared, which waiting does not count.",
  measure: "events",
  receiver: "udp",
  paced: true,
  counts: { warmUp: 10_000, events: 40_000 },
  quick: { warmUp: 100, events: 300 },
  perTurn: 20,
  shown: ["cpuNs", "callerNs", "rssMb"],
  compared: ["cpuNs"],
  cells: [
    { name: "logback-node", family: "ours", peer: "peers/logback-node-network.js", options: { appender: "syslog" }, lines: "syslog" },
    { name: "winston-syslog", family: "winston", peer: "peers/network-libraries.js", options: { library: "winston-syslog" }, lines: "syslog" },
    { name: "limit: dgram.send per event", family: "limit", peer: "peers/network.js", options: { mode: "send" }, lines: "syslog" },
  ],
};
