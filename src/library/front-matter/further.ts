/** A front matter below the first: `end` is the index of the line after it. */
export interface FurtherBlock {
  start: number;
  end: number;
  /** Index of the first of its lines between the fences. */
  first: number;
  yaml: string;
}

const FENCE = /^(?:---|\.\.\.)[ \t]*$/;
const OPENING = /^---[ \t]*(?:ya?ml)?[ \t]*$/i;
const CODE_FENCE = /^(```+|~~~+)[ \t]*(?:ya?ml|md|markdown)?[ \t]*$/i;
const FIELD = /^([\w-]+)[ \t]*:(?=\s|$)/;
// Entries of a list, what is indented under a field, the end of a list in brackets, a comment without a blank.
const BELOW_FIELD = /^(?:[ \t]+\S|-(?:[ \t]|$)|[\]}]|#[^#\s])/;

/** Names that nothing but front matter begins a line with, in small letters as front matter has them. */
const IDENTITY = new Set(["id", "slug", "title"]);
const USUAL = new Set([
  ...IDENTITY,
  ..."aliases attribution author authors categories category classification commons_domain contributors".split(" "),
  ..."created date description domain github_url keywords lang language layout license lifecycle modified".split(" "),
  ..."name old_slugs ontology page_url patlet permalink provenance redirect_from relationships repository".split(" "),
  ..."sources status summary tags universality version".split(" "),
  ..."generalizes_from specializes_to enables requires related alternatives complementary tools".split(" "),
]);

/**
 * Finds the next front matter of a file that has one already, at `from` or after blank lines: between two fences, with
 * one of them or none, in a code fence, or below a first heading. A thematic break with prose after it is none: what is
 * taken has the fields of front matter, one a line.
 */
export function findFurtherBlock(lines: readonly string[], from: number): FurtherBlock | undefined {
  const at = nextWords(lines, from);
  const line = lines[at];
  if (line === undefined) return undefined;
  if (CODE_FENCE.test(line)) return inCodeFence(lines, at);
  if (/^# /.test(line)) {
    const below = nextWords(lines, at + 1);
    return OPENING.test(lines[below] ?? "") ? betweenFences(lines, below) : undefined;
  }
  if (!OPENING.test(line)) return withoutOpening(lines, at, at === from);
  return betweenFences(lines, at) ?? withoutEnd(lines, at, at + 1);
}

function inCodeFence(lines: readonly string[], at: number): FurtherBlock | undefined {
  const marks = CODE_FENCE.exec(lines[at] ?? "")?.[1] ?? "";
  const close = indexFrom(lines, at + 1, (line) => line.trim() === marks);
  if (close === lines.length) return undefined;
  const inner = nextWords(lines, at + 1);
  const fenced = OPENING.test(lines[inner] ?? "");
  const first = fenced ? inner + 1 : inner;
  const content = lines.slice(
    first,
    indexFrom(lines.slice(0, close), first, (line) => FENCE.test(line)),
  );
  const { known, identity } = countFields(content);
  // An example of YAML may well have a title; that of a whole front matter opens no pattern.
  if (!isFields(content) || (fenced ? known === 0 : identity === 0 || known < 2)) return undefined;
  return { start: at, end: close + 1, first, yaml: content.join("\n") };
}

function betweenFences(lines: readonly string[], open: number): FurtherBlock | undefined {
  const close = indexFrom(lines, open + 1, (line) => FENCE.test(line));
  const content = lines.slice(open + 1, close);
  if (close === lines.length || !isFields(content)) return undefined;
  const { all, known, identity, lower } = countFields(content);
  const isTight = FIELD.test(content[0] ?? "");
  const isEnough = identity > 0 || known > 1 || (isTight && (known > 0 || (all > 1 && lower === all)));
  return isEnough ? { start: open, end: close + 1, first: open + 1, yaml: content.join("\n") } : undefined;
}

/** Fields directly after the first front matter or its closing fence, without an opening fence of their own. */
function withoutOpening(lines: readonly string[], at: number, isTight: boolean): FurtherBlock | undefined {
  const end = endOfFields(lines, at);
  const content = lines.slice(at, end);
  if (!FENCE.test(lines[end] ?? "")) return withoutEnd(lines, at, at);
  const { known, identity } = countFields(content);
  const isEnough = identity > 0 || known > 1 || (isTight && known > 0);
  return isFields(content) && isEnough ? { start: at, end: end + 1, first: at, yaml: content.join("\n") } : undefined;
}

function withoutEnd(lines: readonly string[], start: number, first: number): FurtherBlock | undefined {
  const end = endOfFields(lines, first);
  const content = lines.slice(first, end);
  const { known, identity } = countFields(content);
  const isFenced = first > start;
  const isEnough = isFenced ? identity > 0 || known > 1 : identity > 0 && known > 1;
  return isFields(content) && isEnough ? { start, end, first, yaml: content.join("\n") } : undefined;
}

/** Where a run of fields ends; after a blank line only another field goes on with it. */
function endOfFields(lines: readonly string[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    const goesOn = at === end ? FIELD.test(line) || (at > from && BELOW_FIELD.test(line)) : isUsual(line);
    if (!goesOn) break;
    end = at + 1;
  }
  return end;
}

/** Whether a line begins with the name of a field as front matter has it, a colon and a blank. */
export function isUsual(line: string): boolean {
  return USUAL.has(FIELD.exec(line)?.[1] ?? "");
}

/** Whether lines are fields and what stands below them. One in four may be broken: it is kept as text then. */
function isFields(lines: readonly string[]): boolean {
  const filled = lines.filter((line, at) => line.trim() !== "" && !isComment(lines, at));
  if (!FIELD.test(filled[0] ?? "")) return false;
  return filled.filter((line) => FIELD.test(line) || BELOW_FIELD.test(line)).length >= filled.length * 0.75;
}

/** A comment stands at a field; what stands alone is a heading. */
function isComment(lines: readonly string[], at: number): boolean {
  return /^#(?!#)/.test(lines[at] ?? "") && (lines[at + 1] ?? "").trim() !== "";
}

function countFields(lines: readonly string[]): { all: number; known: number; identity: number; lower: number } {
  const names = [...new Set(lines.flatMap((line) => FIELD.exec(line)?.[1] ?? []))];
  return {
    all: names.length,
    known: names.filter((name) => USUAL.has(name)).length,
    identity: names.filter((name) => IDENTITY.has(name)).length,
    lower: names.filter((name) => /^[a-z]/.test(name) && name === name.toLowerCase()).length,
  };
}

function nextWords(lines: readonly string[], from: number): number {
  return indexFrom(lines, from, (line) => line.trim() !== "");
}

/** Index of the first line at `from` or after it that passes the test; the number of lines where none does. */
function indexFrom(lines: readonly string[], from: number, test: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && !test(lines[at] ?? "")) at++;
  return at;
}
