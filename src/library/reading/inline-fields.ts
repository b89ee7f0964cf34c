import { stretchAt } from "../body/foreign/stretch.js";
import { findVerbatim } from "../body/foreign/verbatim.js";
import type { CutStretch, OpenBody } from "../body/open-body.js";
import { readWikilink } from "../body/wikilink.js";
import { pathOf } from "../front-matter/field-path.js";
import type { FrontMatter } from "../front-matter/index.js";
import type { Json, JsonObject } from "../pattern.js";
import { pointAt } from "../point.js";
import type { ReadingRule } from "./rule.js";
import { foldKey, knownKeys } from "./spelling.js";

/** A line of a text that is a field: `larger:: [[Village Green]]`, as Obsidian's Dataview and Logseq have them. */
interface InlineField extends CutStretch {
  key: string;
  values: string[];
}

// In a list as well, its name in bold or not.
const LINE =
  /^([ \t>]*)(?:[-*+][ \t]+)?(?:\*\*|__)?(\p{L}[\p{L}\p{N} _-]{0,40}?)(?:\*\*|__)?[ \t]*::(?:\*\*|__)?[ \t]+(\S[^\n]*)$/gmu;
const LINKS = /^(?:\[\[[^[\]]+\]\][\s,;]*)+$/;

/**
 * The fields that stand as lines of a text: those that the rule looks for in the front matter, and any other that names
 * nothing but pages. Any other line with two colons is text.
 */
export function findInlineFields({ tree, text }: OpenBody, rule: ReadingRule): InlineField[] {
  if (!text.includes("::")) return [];
  const known = knownKeys(rule);
  const code = findVerbatim(tree, text);
  return [...text.matchAll(LINE)].flatMap(({ index, 0: whole, 1: indent = "", 2: name = "", 3: said = "" }) => {
    const words = said.trim();
    const isLinks = LINKS.test(words);
    const key = known.get(foldKey(name)) ?? (isLinks ? name.trim() : undefined);
    if (key === undefined || stretchAt(code, index)) return [];
    const values = isLinks ? (words.match(/\[\[[^[\]]+\]\]/g) ?? []) : [words];
    const shown = `${name.trim()}: ${isLinks ? values.map(shownOf).join(", ") : words}`;
    const [start, end] = [index + indent.length, index + whole.length];
    return [{ key, values, kind: "field" as const, words: shown, start, end }];
  });
}

/** `[[Rota|the rota]]` → `the rota`. */
function shownOf(link: string): string {
  return readWikilink(link)?.words ?? link;
}

/** Front matter with the fields of the text, each after what stands in it under the same name. */
export function withInlineFields(front: FrontMatter, found: readonly InlineField[]): FrontMatter {
  if (found.length === 0) return front;
  const [data, text, places] = [{ ...front.data }, { ...front.text }, new Map(front.places)];
  for (const { key, values, start } of found) {
    const place = pointAt(front.body, start);
    const before = listOf(text[key]).length;
    for (const at of values.keys()) places.set(pathOf([key, before + at]), place);
    if (!places.has(pathOf([key]))) places.set(pathOf([key]), place);
    add(data, key, values);
    add(text, key, values);
  }
  return { ...front, data, text, places };
}

function add(fields: JsonObject, key: string, values: readonly string[]): void {
  const all = [...listOf(fields[key]), ...values];
  const [only = null] = all;
  fields[key] = all.length === 1 ? only : all;
}

function listOf(value: Json | undefined): Json[] {
  return value === undefined || value === null || value === "" ? [] : [value].flat();
}
