/** An error on its way out of a worker thread: cloning keeps neither the class of an error nor its code. */
export interface PackedError {
  kind: string;
  message: string;
  code?: string;
  stack?: string;
}

/** Classes of errors by their names. */
export type ErrorKinds = Readonly<Record<string, new (message: string) => Error>>;

export function packError(error: unknown): PackedError {
  if (!(error instanceof Error)) return { kind: "Error", message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return {
    kind: error.constructor.name,
    message: error.message,
    ...code,
    ...(error.stack ? { stack: error.stack } : {}),
  };
}

/** The error that was packed, of its own class where that is one of `kinds`; anything else as it is. */
export function unpackError(value: unknown, kinds: ErrorKinds): unknown {
  if (!isPacked(value)) return value;
  const { kind, message, code, stack } = value;
  const Kind = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  const error = Kind ? new Kind(message) : new Error(message);
  if (stack) error.stack = stack;
  return code === undefined ? error : Object.assign(error, { code });
}

function isPacked(value: unknown): value is PackedError {
  return typeof value === "object" && value !== null && !(value instanceof Error) && "kind" in value;
}
