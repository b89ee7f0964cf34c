import type { Library } from "./library.js";
import type { Json, JsonObject, Pattern } from "./pattern.js";

/** What a field says of a pattern: words, or a number. */
export type FieldValue = string | number;

/** The fields of ours by which patterns are told apart, and what they are called. Names are compared in small letters. */
const OWN: Readonly<Record<string, (pattern: Pattern) => FieldValue | undefined | readonly FieldValue[]>> = {
  universality: ({ universality }) => universality,
  domain: ({ domain }) => domain,
  cross_domains: ({ crossDomains }) => crossDomains,
  commons_domain: ({ commonsDomains }) => commonsDomains,
  category: ({ categories }) => categories,
  era: ({ eras }) => eras,
  origin: ({ origins }) => origins,
  status: ({ status }) => status,
  alignment: ({ alignment }) => alignment,
  confidence: ({ confidence }) => confidence,
  id: ({ id }) => id,
  slug: ({ slug, formerSlugs }) => [slug, ...formerSlugs],
  title: ({ title, aliases }) => [title, ...aliases],
  language: ({ language }) => language,
  version: ({ version }) => version,
  created: ({ createdOn }) => createdOn,
  modified: ({ modifiedOn }) => modifiedOn,
  contributors: ({ contributors }) => contributors.map(({ name }) => name),
  license: ({ license }) => license,
  file: ({ source }) => source.path,
};

const OTHER_NAMES: Readonly<Record<string, string>> = {
  categories: "category",
  eras: "era",
  origins: "origin",
  author: "contributors",
  authors: "contributors",
  licence: "license",
  commons_domains: "commons_domain",
};

/** The one name of a field that has several: `categories` → `category`, `folder 2` → `folder`. */
export function fieldName(field: string): string {
  const name = field.trim().toLowerCase();
  if (FOLDER.test(name)) return "folder";
  const own = OTHER_NAMES[name] ?? name;
  return Object.hasOwn(OWN, own) ? own : field.trim();
}

// `folder` is all of a file's folders, `folder 2` the one inside the first, `folder -1` the innermost.
const FOLDER = /^folder(?:[ .]?(-?[1-9]\d?))?$/;

/**
 * What a field says of a pattern, by its name: one of ours, else one of `extra`, with dots into maps (`lifecycle.stage`,
 * `scores.trust`). Empty where it says nothing.
 */
export function valuesOf(pattern: Pattern, field: string): readonly FieldValue[] {
  const own = fieldName(field);
  if (own === "folder") return foldersOf(pattern, FOLDER.exec(field.trim().toLowerCase())?.[1]);
  const known = Object.hasOwn(OWN, own) ? [OWN[own]?.(pattern) ?? []].flat() : [];
  if (known.length > 0) return known;
  const dimension = /^scores?\.(.+)$/i.exec(own)?.[1]?.toLowerCase();
  const scored = pattern.scores.filter((score) => score.dimension.toLowerCase() === dimension);
  return scored.length > 0 ? scored.map(({ value }) => value) : flatten(lookUp(pattern.extra, field.trim()));
}

/** The names of the fields that a library has: ours, those that the configuration declares, and what else files say. */
export function listFields({ fields, byId }: Pick<Library, "fields" | "byId">): string[] {
  const others = new Set([...fields, ...[...byId.values()].flatMap(({ extra }) => Object.keys(extra))]);
  return [...new Set([...Object.keys(OWN), "folder", ...[...others].sort()])];
}

/** Whether a library has a field of that name, or a pattern of it says something under it. */
export function hasField(
  { fields, byId }: { fields: readonly string[]; byId: ReadonlyMap<string, Pattern> },
  field: string,
): boolean {
  const name = fieldName(field);
  if (name === "folder" || Object.hasOwn(OWN, name) || fields.includes(field.trim())) return true;
  return [...byId.values()].some((pattern) => valuesOf(pattern, field).length > 0);
}

/** The folders of a file; `index.md` and `README.md` are the page of theirs. */
function foldersOf({ source }: Pattern, place: string | undefined): string[] {
  const steps = source.path.split("/");
  const file = steps.pop() ?? "";
  if (/^(?:index|readme)\.\w+$/i.test(file)) steps.pop();
  if (place === undefined) return steps;
  const at = Number(place);
  const step = steps.at(at < 0 ? at : at - 1);
  return step === undefined ? [] : [step];
}

/** A key may have dots of its own: the longest that is there counts. */
function lookUp(map: JsonObject, path: string): Json | undefined {
  const steps = path.split(".");
  for (let end = steps.length; end > 0; end--) {
    const found = get(map, steps.slice(0, end).join("."));
    if (found === undefined) continue;
    if (end === steps.length) return found;
    return isMap(found) ? lookUp(found, steps.slice(end).join(".")) : undefined;
  }
  return undefined;
}

function get(map: JsonObject, name: string): Json | undefined {
  const key = Object.hasOwn(map, name)
    ? name
    : Object.keys(map).find((known) => known.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : map[key];
}

function isMap(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function flatten(value: Json | undefined): FieldValue[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value === "boolean") return [String(value)];
  if (typeof value === "number") return [value];
  return typeof value === "string" && value.trim() !== "" ? [value.trim()] : [];
}
