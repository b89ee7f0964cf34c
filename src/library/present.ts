/**
 * A value that is there by the way things were made: the page of a pattern that was laid out, the number of a pattern
 * that was numbered. That it is missing is a fault of the program and not of what it reads, and a 0 in its place would
 * stand on a page, so it is told by name.
 * @param what it is: "the page of"; `of` names whose
 * @throws Error
 */
export function present<Value>(value: Value | undefined, what: string, of: string | number = ""): Value {
  if (value === undefined) throw new Error(`pattern-press lost ${what} ${of}`.trimEnd());
  return value;
}
