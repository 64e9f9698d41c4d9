/** Version of this protocol; a server answers requests of its own only. */
export const PROTOCOL_VERSION = 1;
/** A request is at most so long, its line end included. */
export const MOST_REQUEST_BYTES: number = 64 * 1024;
/** An answer is at most so long. */
export const MOST_REPLY_BYTES: number = 16 * 1024 * 1024;
/** A change lasts at most so long, if it is not to stay: the longest that a timer of Node.js takes, 24 days. */
export const LONGEST_TTL_MS: number = 2 ** 31 - 1;

/** What a client asks for: one JSON object in a line. */
export interface ControlRequest {
  readonly version: number;
  /** Name of the operation. */
  readonly op: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Who says to be asking, for the log; nobody checks it. */
  readonly operator?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

/** What was changed, or refused, in words. */
export interface ControlMessage {
  readonly type: "ERROR" | "INFO" | "WARNING";
  readonly text: string;
}

/** Why a request is not carried out. */
export type RefusalCode = "credentials" | "failed" | "malformed" | "unknown" | "version";

/** A process that can be steered. */
export interface ProcessDescription {
  readonly pid: number;
  /** Name of the logger context. */
  readonly context: string;
  /** The program's file. */
  readonly program: string;
  /** Working directory. */
  readonly folder: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number;
}

/** What the process answers: one JSON object in a line. */
export type ControlReply =
  | { readonly type: "messages"; readonly messages: readonly ControlMessage[] }
  | { readonly type: "set"; readonly elements: readonly string[] }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "process"; readonly process: ProcessDescription }
  | { readonly type: "refused"; readonly code: RefusalCode; readonly reason: string };

/** Something came that is no part of this protocol. */
export class ProtocolError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ProtocolError";
  }
}

/** A request as it is sent. @throws ProtocolError when it is too long. */
export function requestFrame(request: ControlRequest): string {
  const frame = frameOf(request);
  const length = Buffer.byteLength(frame);
  if (length > MOST_REQUEST_BYTES) {
    throw new ProtocolError(`${length} bytes are too many: at most ${MOST_REQUEST_BYTES} go at a time.`);
  }
  return frame;
}

/** An answer as it is sent; one that is too long is replaced by a refusal that says so. Throws nothing. */
export function replyFrame(reply: ControlReply): string {
  try {
    const frame = frameOf(reply);
    if (Buffer.byteLength(frame) <= MOST_REPLY_BYTES) {
      return frame;
    }
  } catch {
    // It is longer than any text may be.
  }
  return frameOf({ type: "refused", code: "failed", reason: `The answer has more than ${MOST_REPLY_BYTES} bytes, which is what goes at a time.` });
}

function frameOf(value: ControlReply | ControlRequest): string {
  return `${JSON.stringify(value)}\n`;
}

/** @throws ProtocolError for what is no request. */
export function readRequest(line: string): ControlRequest {
  const value = objectIn(line);
  const { version, op, args = {}, operator, user, password } = value as Partial<Record<keyof ControlRequest, unknown>>;
  if (typeof op !== "string" || typeof version !== "number" || !isRecord(args) || ![operator, user, password].every((one) => one === undefined || typeof one === "string")) {
    throw new ProtocolError('Expected a request such as {"version":1,"op":"listFilters","args":{}}.');
  }
  return { version, op, args, operator: operator as string | undefined, user: user as string | undefined, password: password as string | undefined };
}

/** @throws ProtocolError for what is no answer. */
export function readReply(line: string): ControlReply {
  const value = objectIn(line);
  const { type, messages, elements, text, process, code, reason } = value;
  switch (type) {
    case "messages":
      if (Array.isArray(messages) && messages.every(isMessage)) {
        return { type, messages };
      }
      break;
    case "set":
      if (Array.isArray(elements) && elements.every((element) => typeof element === "string")) {
        return { type, elements };
      }
      break;
    case "text":
      if (typeof text === "string") {
        return { type, text };
      }
      break;
    case "process":
      if (isProcess(process)) {
        return { type, process };
      }
      break;
    case "refused":
      if (typeof code === "string" && typeof reason === "string") {
        return { type, code: code as RefusalCode, reason };
      }
      break;
    default:
  }
  throw new ProtocolError("What answered is no process with this library, or one with another version of it.");
}

function objectIn(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new ProtocolError("Expected a JSON object in one line, got something else.");
  }
  if (!isRecord(value)) {
    throw new ProtocolError("Expected a JSON object in one line, got another value.");
  }
  return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isMessage(value: unknown): value is ControlMessage {
  return isRecord(value) && typeof value["text"] === "string" && (value["type"] === "ERROR" || value["type"] === "INFO" || value["type"] === "WARNING");
}

function isProcess(value: unknown): value is ProcessDescription {
  return isRecord(value) && ["pid", "startedAt"].every((key) => typeof value[key] === "number") && ["context", "program", "folder"].every((key) => typeof value[key] === "string");
}
