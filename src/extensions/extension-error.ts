/** An extension that cannot be used; the message says what was found and expected. */
export class ExtensionError extends Error {
  /** @param index which of the extensions of a configuration it is */
  constructor(
    message: string,
    readonly index: number,
  ) {
    super(message);
  }
}
