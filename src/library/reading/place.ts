import { RE2JS } from "re2js";

/** A place of a file where a field may be read, as a rule writes it. */
export type Place =
  /** `a.b`: a field of the front matter. */
  | { kind: "key"; keys: string[] }
  /** `## Words*`: what stands under a heading of that depth; `# *`: the words of the first heading themselves. */
  | { kind: "section"; depth: number; words: string }
  /** `<summary>`: what stands in an element of HTML. */
  | { kind: "element"; name: string }
  /** `folder 2`: the second folder of the path; `folder -1` the one that the file lies in. */
  | { kind: "folder"; at: number }
  /** `file`: the file's name without its extension; of an index its folder's. */
  | { kind: "file" }
  /** `/regex/`: what the first group matches in the path, else the whole. */
  | { kind: "path"; pattern: string }
  /** `= words`: always these. */
  | { kind: "constant"; value: string };

/** Places to be tried in order, or what a small function makes of what stands there. */
export type PlaceSpec = string | readonly PlaceSpec[] | { in: PlaceSpec; with: string };

const KEY = /^[\p{L}\p{N}_$@-][\p{L}\p{N}_$@ -]*(?:\.[\p{L}\p{N}_$@ -]+)*$/u;

/** What is expected where a place cannot be read. */
export const EXPECTED_PLACE =
  'a place: a.b (front matter), "## Heading*" (a section), "<element>", folder 2, file, /regex/ (of the path), or "= words"';

/** Reads a place; undefined where it is none. */
export function parsePlace(written: string): Place | undefined {
  const text = written.trim();
  const [, hashes, words] = /^(#{1,6})\s+(\S.*)$/.exec(text) ?? [];
  if (hashes && words) return { kind: "section", depth: hashes.length, words: words.trim() };
  const [, name] = /^<([a-z][\w-]*)>$/i.exec(text) ?? [];
  if (name) return { kind: "element", name: name.toLowerCase() };
  const [, number] = /^folder (-?[1-9]\d?)$/.exec(text) ?? [];
  if (number) return { kind: "folder", at: Number(number) };
  if (text === "file") return { kind: "file" };
  const [, pattern] = /^\/(.+)\/$/.exec(text) ?? [];
  if (pattern) return isPattern(pattern) ? { kind: "path", pattern } : undefined;
  const [, value] = /^=\s*(\S.*)$/s.exec(text) ?? [];
  if (value) return { kind: "constant", value: value.trim() };
  return KEY.test(text) ? { kind: "key", keys: text.split(".").map((key) => key.trim()) } : undefined;
}

function isPattern(pattern: string): boolean {
  return openPath(pattern) !== undefined;
}

/** Finds what a regular expression matches in a path: its first group, else the whole. */
export type PathPattern = (path: string) => string | undefined;

/**
 * A regular expression of a configuration, in the language of RE2: whatever it is, its time grows with the length of the
 * path alone. So it knows no looking ahead, no looking back and no `\\1`. Undefined where it is none.
 */
export function openPath(pattern: string): PathPattern | undefined {
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    return (path) => {
      const matcher = compiled.matcher(path);
      if (!matcher.find()) return undefined;
      return (matcher.groupCount() > 0 ? matcher.group(1) : undefined) ?? matcher.group() ?? undefined;
    };
  } catch {
    return undefined;
  }
}

/** Every place of a specification, in order. */
export function placesIn(spec: PlaceSpec): string[] {
  if (typeof spec === "string") return [spec];
  return isList(spec) ? spec.flatMap(placesIn) : placesIn(spec.in);
}

export function isList(spec: PlaceSpec): spec is readonly PlaceSpec[] {
  return Array.isArray(spec);
}
