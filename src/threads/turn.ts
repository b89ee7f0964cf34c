/**
 * Lets what waits have its turn: signals above all. Between two of these no more should be done than takes a moment, however
 * large the library is.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
