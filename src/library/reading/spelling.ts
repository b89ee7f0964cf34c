import { pathOf } from "../front-matter/field-path.js";
import type { FrontMatter } from "../front-matter/index.js";
import type { JsonObject } from "../pattern.js";
import { parsePlace, placesIn } from "./place.js";
import type { ReadingRule } from "./rule.js";

/** The names under which a rule looks into the front matter, by what may be written for each. */
export function knownKeys({ fields, relations }: ReadingRule): Map<string, string> {
  const places = [
    ...Object.values(fields).flatMap(placesIn),
    ...Object.values(relations).flatMap((relation) => relation.in),
  ];
  const keys = places.flatMap((written) => {
    const place = parsePlace(written);
    return place?.kind === "key" && place.keys.length === 1 ? place.keys : [];
  });
  return new Map(keys.map((key) => [foldKey(key), key]));
}

/** `Related Patterns` → `related_patterns`. */
export function foldKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

/** Front matter with `Title` or `AUTHORS` under the names that the rule asks for, where a file has nothing under these. */
export function withKnownSpellings(front: FrontMatter, rule: ReadingRule): FrontMatter {
  const names = Object.keys(front.text);
  if (!names.some((name) => /\p{Lu}/u.test(name))) return front;
  const known = knownKeys(rule);
  const asked = new Set(known.values());
  const spelled = new Map<string, string>();
  for (const name of names) {
    const meant = known.get(foldKey(name));
    if (meant === undefined || asked.has(name) || Object.hasOwn(front.text, meant)) continue;
    // Of two that are meant alike the first is read; the other stays what it is.
    if (![...spelled.values()].includes(meant)) spelled.set(name, meant);
  }
  if (spelled.size === 0) return front;
  const rename = (fields: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [spelled.get(name) ?? name, value]));
  return { ...front, data: rename(front.data), text: rename(front.text), places: renamePlaces(front.places, spelled) };
}

function renamePlaces(places: FrontMatter["places"], spelled: ReadonlyMap<string, string>): FrontMatter["places"] {
  const paths = new Map([...spelled].map(([name, meant]) => [pathOf([name]), pathOf([meant])]));
  return new Map(
    [...places].map(([path, point]) => {
      const [head = ""] = /^(?:\\.|[^.\\])*/.exec(path) ?? [];
      return [`${paths.get(head) ?? head}${path.slice(head.length)}`, point];
    }),
  );
}
