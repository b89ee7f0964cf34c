import matter from "gray-matter";
import { isScalar, LineCounter, parseDocument, visit } from "yaml";
import { type Failure, SourceError } from "./failure.js";
import type { JsonObject, Observation, Point } from "./pattern.js";

/** Front matter with the place and the written form of every value. */
export interface FrontMatter {
  data: JsonObject;
  /** The body, padded with newlines so that its positions are those of the file. */
  body: string;
  observations: Observation[];
  /** Places by dotted path. */
  places: Map<string, Point>;
  /** A scalar as written (`1.0`, not 1), by dotted path. */
  written(path: string): string | undefined;
}

// An alias may be used this often before the document counts as a bomb.
const MAX_ALIASES = 100;
// These would reach object prototypes.
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);
const FENCE = /^(```+|~~~+)[ \t]*(?:ya?ml|md|markdown)?[ \t]*$/;

/**
 * Splits a file into front matter and body. Front matter in a code fence, after blank lines or after a first
 * heading is read too, and observed.
 * @throws SourceError where there is none, where it is not YAML, or where it is in another language.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const lines = text.split("\n");
  const { open, leading, fence, observations } = findOpening(lines);
  const close = lines.findIndex((line, at) => at > open && /^---[ \t]*$/.test(line));
  if (close < 0) throw unclosed(lines, open);
  const yaml = lines.slice(open + 1, close).join("\n");
  const end = fence ? skipFence(lines, close, fence) : close;
  const parsed = parseYaml(`---${languageOf(lines[open] ?? "")}\n${yaml}\n---\n`, open);
  const second = findSecond(lines, end + 1);
  if (second) {
    observations.push({ rule: "front-matter-stands-once", place: { line: second.open + 1, column: 1 }, found: "---" });
    parsed.data.second_front_matter = lines.slice(second.open + 1, second.close).join("\n");
  }
  const start = (second?.close ?? end) + 1;
  const body = [...leading, ...Array(start - leading.length).fill(""), ...lines.slice(start)].join("\n");
  return { ...parsed, body, observations };
}

/** A file that was given new front matter above its old one: without this the old one would be read as a heading. */
function findSecond(lines: string[], from: number): { open: number; close: number } | undefined {
  const open = lines.findIndex((line, at) => at >= from && line.trim() !== "");
  const close = lines.findIndex((line, at) => at > open && /^---[ \t]*$/.test(line));
  if (open < 0 || close < 0 || !/^---[ \t]*$/.test(lines[open] ?? "")) return undefined;
  const fields = lines.slice(open + 1, close).filter((line) => /^(id|slug|title):/.test(line));
  return fields.length >= 2 ? { open, close } : undefined;
}

interface Opening {
  /** Index of the `---` line. */
  open: number;
  /** Lines before it that belong to the body. */
  leading: string[];
  fence?: string;
  observations: Observation[];
}

function findOpening(lines: string[]): Opening {
  const observations: Observation[] = [];
  const leading: string[] = [];
  let fence: string | undefined;
  for (const [at, line] of lines.entries()) {
    if (/^---[ \t]*[\w-]*[ \t]*$/.test(line) && (at === 0 || looksLikeYaml(lines[at + 1]))) {
      if (at > 0) {
        observations.push({
          rule: "front-matter-comes-first",
          place: { line: at + 1, column: 1 },
          found: fence
            ? "front matter inside a code fence"
            : `${quoteFirst(lines.slice(0, at))} before the front matter`,
        });
      }
      return { open: at, leading, ...(fence ? { fence } : {}), observations };
    }
    const fenced = FENCE.exec(line);
    if (fenced?.[1] && !fence) fence = fenced[1];
    else if (line.trim() !== "" && !/^# /.test(line)) break;
    leading.push(fenced ? "" : line);
  }
  const first = lines.find((line) => line.trim() !== "");
  throw new SourceError({
    rule: "front-matter-is-present",
    place: { line: 1, column: 1 },
    found: first === undefined ? "an empty file" : quote(first),
    expected: "front matter between two lines of ---",
    mend: "begin the file with ---, the fields (id, slug, title …), and ---",
  });
}

function quoteFirst(lines: string[]): string {
  const first = lines.find((line) => line.trim() !== "");
  return first === undefined ? "a blank line" : quote(first);
}

function looksLikeYaml(line: string | undefined): boolean {
  return line !== undefined && /^(#|[\w-]+[ \t]*:)/.test(line);
}

/** gray-matter takes a word after the opening `---` as the language of the front matter. */
function languageOf(opening: string): string {
  return opening.slice(3).trim();
}

function skipFence(lines: string[], close: number, fence: string): number {
  for (let at = close + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === fence) return at;
    if (line.trim() !== "") break;
  }
  return close;
}

function unclosed(lines: string[], open: number): SourceError {
  return new SourceError({
    rule: "front-matter-is-closed",
    place: { line: open + 1, column: 1 },
    found: `--- with no closing --- after it; the next line is ${quote(lines[open + 1] ?? "")}`,
    expected: "a line of --- after the last field",
    mend: "add the closing --- on a line of its own",
  });
}

type Parsed = Pick<FrontMatter, "data" | "places" | "written">;

function parseYaml(block: string, lineOffset: number): Parsed {
  let parsed: Parsed | undefined;
  const yaml = (source: string): JsonObject => {
    parsed = parsePositioned(source, lineOffset);
    return parsed.data;
  };
  const refuse = (): never => {
    throw otherLanguage(block, lineOffset);
  };
  const parser = (parse: (source: string) => object) => ({ parse, stringify: refuse });
  const engines = {
    yaml: parser(yaml),
    ...Object.fromEntries(REFUSED.map((language) => [language, parser(refuse)])),
  };
  try {
    // A fresh options object: without one gray-matter caches, and a file that failed once passes the second time.
    matter(block, { engines });
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw otherLanguage(block, lineOffset);
  }
  return parsed ?? { data: {}, places: new Map(), written: () => undefined };
}

// gray-matter runs code in the first two; naming them is the only way to stop it.
const REFUSED = ["javascript", "js", "json", "coffee", "coffeescript", "cson", "toml"];

function otherLanguage(block: string, lineOffset: number): SourceError {
  return new SourceError({
    rule: "front-matter-is-yaml",
    place: { line: lineOffset + 1, column: 1 },
    found: quote(block.slice(0, block.indexOf("\n"))),
    expected: "front matter in YAML; no other language is read, and no code in it is run",
    mend: "write the fields as YAML and open with --- alone",
  });
}

function parsePositioned(source: string, lineOffset: number): Parsed {
  const lineCounter = new LineCounter();
  // gray-matter hands over the text from the newline after the opening dashes.
  const yaml = source.replace(/^\n/, "");
  const at = (offset: number): Point => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + lineOffset + 1, column: col };
  };
  const document = parseDocument(yaml, { lineCounter, uniqueKeys: true, prettyErrors: false, logLevel: "error" });
  const [error] = document.errors;
  if (error?.code === "DUPLICATE_KEY") throw repeatedKey(yaml.slice(error.pos[0]), at(error.pos[0]));
  if (error) throw invalidYaml({ place: at(error.pos[0]), found: shorten(error.message) });

  const places = new Map<string, Point>();
  const written = new Map<string, string>();
  const path: string[] = [];
  visit(document, {
    Pair(_, pair, ancestors) {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      const range = isScalar(pair.key) ? pair.key.range : undefined;
      const place = at(range?.[0] ?? 0);
      if (FORBIDDEN_KEYS.has(key)) throw forbiddenKey(key, place);
      const depth = ancestors.filter((node) => "key" in node).length;
      path.length = depth;
      path.push(key);
      const name = path.join(".");
      places.set(name, place);
      if (isScalar(pair.value)) written.set(name, pair.value.source ?? String(pair.value.value));
    },
    Scalar(key, node, ancestors) {
      if (typeof key !== "number" || !node.range) return;
      const depth = ancestors.filter((ancestor) => "key" in ancestor).length;
      places.set(`${path.slice(0, depth).join(".")}.${key}`, at(node.range[0]));
    },
    Map(key, node, ancestors) {
      if (typeof key !== "number" || !node.range) return;
      const depth = ancestors.filter((ancestor) => "key" in ancestor).length;
      places.set(`${path.slice(0, depth).join(".")}.${key}`, at(node.range[0]));
    },
  });
  return { data: toObject(document, at), places, written: (name) => written.get(name) };
}

function toObject(document: ReturnType<typeof parseDocument>, at: (offset: number) => Point): JsonObject {
  const start = at(document.range?.[0] ?? 0);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    const found = `aliases that expand more than ${MAX_ALIASES} times`;
    throw invalidYaml({ place: start, found, expected: "values", mend: "write the values out" });
  }
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) {
    const mend = "begin every line with the name of a field and a colon";
    throw invalidYaml({ place: start, found: `${quote(String(value))} instead of fields`, mend });
  }
  return value as JsonObject; // the YAML core schema yields nothing but JSON values
}

function invalidYaml(failure: Partial<Failure> & Pick<Failure, "place" | "found">): SourceError {
  return new SourceError({
    rule: "front-matter-is-valid",
    expected: "valid YAML fields",
    mend: "put quotes round values that hold : # [ ] { } , or begin with * & ! | > % @",
    ...failure,
  });
}

function repeatedKey(source: string, place: Point): SourceError {
  const found = `the field ${quote(/^[^:\n]*/.exec(source)?.[0] ?? "")} a second time`;
  return invalidYaml({ place, found, expected: "every field once", mend: "join the two, or remove one" });
}

function forbiddenKey(key: string, place: Point): SourceError {
  return new SourceError({
    rule: "front-matter-is-valid",
    place,
    found: `the field name ${quote(key)}`,
    expected: "a field name that is not reserved by JavaScript",
    mend: "rename or remove the field",
  });
}

function shorten(text: string): string {
  const line = text.split(/\n|\\n/)[0] ?? "";
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}

function quote(text: string): string {
  return `“${shorten(text).trim()}”`;
}
