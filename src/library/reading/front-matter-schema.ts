import type { Json, JsonObject } from "../pattern.js";
import { UNIVERSALITIES } from "../universality.js";
import { ruleOf } from "./dialects.js";
import { isList, type PlaceSpec, parsePlace, placesIn } from "./place.js";

const word = { type: ["string", "number", "boolean"] };
const words = { anyOf: [word, { type: "array", items: word }] };
const ofScale = (most: number): JsonObject => ({
  anyOf: [
    { type: "number", minimum: 0, maximum: most },
    { type: "string", pattern: "^[0-9.]+$" },
  ],
});
// ISO 8601, from the year alone to the second.
const date = {
  anyOf: [
    { type: "integer" },
    { type: "string", pattern: "^\\d{4}(-\\d{2}(-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?.*)?)?)?$" },
  ],
};
const address = { type: "string", pattern: "^(https?://|mailto:)" };
const person = { anyOf: [word, { type: "object" }] };

/** What each field of ours may hold, as the rules read it; what is not named here is words or a list of them. */
const FIELDS: Readonly<Record<string, JsonObject>> = {
  // github.com/jetify-com/typeid
  id: { type: "string", pattern: "^([a-z]([a-z_]{0,61}[a-z])?_)?[0-7][0-9a-hjkmnp-tv-z]{25}$" },
  slug: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 120 },
  title: { type: ["string", "number"], maxLength: 120 },
  summary: word,
  language: { type: "string", pattern: "^[A-Za-z]{2,}([-_ ][A-Za-z0-9]+)*$" },
  version: word,
  created: date,
  modified: date,
  universality: { enum: [...UNIVERSALITIES, "context-dependent"] },
  domain: word,
  alignment: ofScale(5),
  confidence: { anyOf: [ofScale(3), { type: "string" }] },
  scores: { type: "object" },
  contributors: { anyOf: [person, { type: "array", items: person }] },
  sources: { anyOf: [word, { type: "array" }] },
  license: { anyOf: [word, { type: "object" }] },
  repository: { anyOf: [address, { type: "object" }] },
  page_url: address,
  github_url: address,
};

const target = {
  anyOf: [
    word,
    // [[Title]] without quotes
    { type: "array" },
    {
      type: "object",
      properties: { slug: word, id: word, weight: { type: "number", minimum: 0, maximum: 1 }, description: word },
    },
  ],
};
const RELATION: JsonObject = { anyOf: [word, { type: "array", items: target }, target.anyOf[2] ?? {}] };

/** A key of front matter: what may stand at it, and the keys of the map that may. */
interface Key {
  values: JsonObject[];
  keys: Map<string, Key>;
}

/**
 * The JSON Schema (draft 7, which editors read) of a pattern's front matter, from the rules by which the three generations
 * of it and a plain file are read. Other fields are allowed: they are kept.
 */
export function frontMatterSchema(): JsonObject {
  const root: Key = { values: [], keys: new Map() };
  for (const name of ["plain", "tags", "classification", "ontology"] as const) {
    const { fields, relations } = ruleOf(name);
    for (const [field, spec] of Object.entries(fields)) enter(root, spec, FIELDS[field] ?? words);
    for (const places of Object.values(relations)) enter(root, places?.in ?? [], RELATION);
  }
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Front matter of a pattern",
    ...describe(root),
    properties: { ...propertiesOf(root), draft: { type: "boolean" } },
  };
}

/** Notes what may stand at every place of the front matter that a specification names. */
function enter(root: Key, spec: PlaceSpec, value: JsonObject): void {
  for (const { place, isWhole } of placed(spec)) {
    const parsed = parsePlace(place);
    if (parsed?.kind !== "key") continue;
    let at = root;
    for (const name of parsed.keys) {
      const next: Key = at.keys.get(name) ?? { values: [], keys: new Map() };
      at.keys.set(name, next);
      at = next;
    }
    if (isWhole) at.values.push(value);
  }
}

/** The places of a specification; a step that takes but a part of what stands at one says nothing of the whole. */
function placed(spec: PlaceSpec): { place: string; isWhole: boolean }[] {
  if (typeof spec === "string") return [{ place: spec, isWhole: true }];
  if (isList(spec)) return spec.flatMap(placed);
  return placesIn(spec.in).map((place) => ({ place, isWhole: spec.with === "all" }));
}

function describe({ values, keys }: Key): JsonObject {
  const all: JsonObject[] =
    keys.size > 0 ? [...values, { type: "object", properties: propertiesOf({ values, keys }) }] : [...values];
  const different = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  const [only, ...more] = different;
  return more.length === 0 ? (only ?? {}) : { anyOf: different };
}

function propertiesOf({ keys }: Key): Record<string, Json> {
  return Object.fromEntries([...keys].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, key]) => [name, describe(key)]));
}
