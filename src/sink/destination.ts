/**
 * Where a connection goes to.
 */
export type Destination = HostAndPort | SocketPath;

/** A TCP port of a machine. */
export interface HostAndPort {
  /** A name or an address. */
  readonly host: string;
  /** 1 to 65535. */
  readonly port: number;
}

/**
 * A Unix domain socket of the stream kind. Node.js has no datagram sockets of that family.
 */
export interface SocketPath {
  readonly path: string;
}

/** `host:port`, with brackets around an IPv6 address; the path of a Unix socket. */
export function formatDestination(destination: Destination): string {
  if ("path" in destination) {
    return destination.path;
  }
  const { host, port } = destination;
  return `${host.includes(":") ? `[${host}]` : host}:${String(port)}`;
}
