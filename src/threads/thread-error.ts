import { TemplateError } from "../page/template-files.js";

/** An error on its way out of a worker thread: cloning keeps neither the class of an error nor its code. */
export interface PackedError {
  kind: string;
  message: string;
  code?: string;
  stack?: string;
}

// What workers throw that a user can do something about.
const KINDS: Readonly<Record<string, new (message: string) => Error>> = { TemplateError };

export function packError(error: unknown): PackedError {
  if (!(error instanceof Error)) return { kind: "Error", message: String(error) };
  const kind = Object.keys(KINDS).find((name) => error.constructor === KINDS[name]) ?? "Error";
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return { kind, message: error.message, ...code, ...(error.stack ? { stack: error.stack } : {}) };
}

/** The error that was packed; anything else as it is. */
export function unpackError(value: unknown): unknown {
  if (!isPacked(value)) return value;
  const { kind, message, code, stack } = value;
  const error = Object.hasOwn(KINDS, kind) ? new (KINDS[kind] ?? Error)(message) : new Error(message);
  if (stack) error.stack = stack;
  return code === undefined ? error : Object.assign(error, { code });
}

function isPacked(value: unknown): value is PackedError {
  return typeof value === "object" && value !== null && !(value instanceof Error) && "kind" in value;
}
