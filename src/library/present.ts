/**
 * A value that cannot be missing if the program is right: the page of a pattern that was laid out, the number of a
 * pattern that was numbered. If it is missing, that is a fault of the program and not of its input. A 0 in its place
 * would be printed, so this throws and names what was lost.
 * @param what it is: "the page of"; `of` names whose
 * @throws Error
 */
export function present<Value>(value: Value | undefined, what: string, of: string | number = ""): Value {
  if (value === undefined) throw new Error(`pattern-press lost ${what} ${of}`.trimEnd());
  return value;
}
