/** Work that took longer than it may; its thread was ended. */
export class LateError extends Error {
  constructor(readonly seconds: number) {
    super(`it took longer than ${seconds} seconds`);
  }
}
