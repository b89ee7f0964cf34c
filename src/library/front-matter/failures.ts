import { isOutOfStack } from "../../machine/system-error.js";
import { type Failure, SourceError } from "../failure.js";
import type { Point } from "../point.js";

/** A file without a word. */
export function empty(): SourceError {
  return new SourceError({
    rule: "file-has-words",
    place: { line: 1, column: 1 },
    found: "an empty file",
    expected: "a pattern: a title and a text",
    mend: "write the pattern, or remove the file",
  });
}

/** An opening fence without a closing one; `next` is the line after it. */
export function unclosed(place: Point, next: string): SourceError {
  return new SourceError({
    rule: "front-matter-is-closed",
    place,
    found: `--- with no closing --- after it; the next line is ${quote(next)}`,
    expected: "a line of --- after the last field",
    mend: "add the closing --- on a line of its own",
  });
}

/** Front matter that names another language than YAML on its opening line. */
export function otherLanguage(place: Point, opening: string): SourceError {
  return new SourceError({
    rule: "front-matter-is-yaml",
    values: { found: shorten(opening) },
    place,
    found: quote(opening),
    expected: "front matter in YAML; no other language is read, and no code in it is run",
    mend: "write the fields as YAML and open with --- alone",
  });
}

/** YAML that its parser refuses; `message` is the parser's. */
export function brokenYaml(place: Point, message: string): SourceError {
  if (isOutOfStack(new Error(message))) return deepValues(place);
  return invalid({ variant: "syntax", place, found: shorten(message) });
}

function deepValues(place: Point): SourceError {
  return invalid({
    variant: "deep",
    place,
    found: "values nested deeper than can be read",
    expected: "fields a few levels deep",
    mend: "flatten them, or put quotes round a text of brackets",
  });
}

/** An alias without an anchor, in a place where we cannot add quotes ourselves; `found` is the rest of the line. */
export function aliasToNothing(place: Point, found: string): SourceError {
  return invalid({
    variant: "alias",
    place,
    found: `${quote(found)}, which is no alias of anything above`,
    expected: "a text in quotes, or the name of an anchor",
    mend: "put quotes round a text that begins with *",
  });
}

/** An alias inside the value that it stands for; `name` is its own. */
export function endlessAlias(place: Point, name: string): SourceError {
  return invalid({
    variant: "endless",
    values: { found: name },
    place,
    found: `the alias *${name} inside what it stands for: a value without end`,
    expected: "a value that does not hold itself",
    mend: "write the value out, or remove the alias",
  });
}

/** A field that stands twice in one map; `source` is the YAML from its second name on. */
export function repeatedField(place: Point, source: string): SourceError {
  const field = shorten(/^[^:\n]*/.exec(source)?.[0] ?? "");
  return invalid({
    variant: "repeated",
    values: { found: field },
    place,
    found: `the field ${quote(field)} a second time`,
    expected: "every field once",
    mend: "join the two, or remove one",
  });
}

/** A field whose name would reach the prototype of an object. */
export function reservedField(place: Point, name: string): SourceError {
  return invalid({
    variant: "reserved",
    values: { found: name },
    place,
    found: `the field name ${quote(name)}`,
    expected: "a field name that is not reserved by JavaScript",
    mend: "rename or remove the field",
  });
}

/** More than `most` uses of aliases: so a small file writes out to gigabytes. */
export function manyAliases(place: Point, most: number): SourceError {
  const found = `aliases that expand more than ${most} times`;
  const values = { most };
  return invalid({ variant: "aliases", values, place, found, expected: "values", mend: "write the values out" });
}

/** YAML that is a list or a word where fields should stand. */
export function noFields(place: Point, value: unknown): SourceError {
  const mend = "begin every line with the name of a field and a colon";
  const found = shorten(String(value));
  return invalid({ variant: "fields", values: { found }, place, found: `${quote(found)} instead of fields`, mend });
}

/** Front matter that is no valid YAML, in words of its own. */
export function invalid(failure: Pick<Failure, "found"> & Partial<Failure>): SourceError {
  return new SourceError({
    rule: "front-matter-is-valid",
    expected: "valid YAML fields",
    mend: "put quotes round values that hold : # [ ] { } , or begin with * & ! | > % @",
    ...failure,
  });
}

/** The first line of a text in quotation marks, cut to 100 characters. */
export function quote(text: string): string {
  return `“${shorten(text)}”`;
}

function shorten(text: string): string {
  const line = text.split(/\n|\\n/)[0] ?? "";
  return (line.length > 100 ? `${line.slice(0, 100)}…` : line).trim();
}
