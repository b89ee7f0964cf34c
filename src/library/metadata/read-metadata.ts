import type { FrontMatter } from "../front-matter/index.js";
import type { JsonObject, Metadata, RelationClaim } from "../pattern.js";
import type { Ask } from "../reading/ask.js";
import { placesIn } from "../reading/place.js";
import type { ReadingRule } from "../reading/rule.js";
import { UNIVERSALITIES, type Universality } from "../universality.js";
import { readAddresses } from "./addresses.js";
import { readClaims } from "./claims.js";
import { assessment, readAssessment } from "./commons-assessment.js";
import { readCredit } from "./credit.js";
import { readDates } from "./dates.js";
import { readDeclared } from "./declared.js";
import { readExtra } from "./extra.js";
import { type Names, readIdentity } from "./identity.js";
import { number, text, texts } from "./kinds.js";
import type { Note } from "./note.js";
import { readRests } from "./rests.js";
import { readTongue, type Tongue } from "./tongue.js";

/** A file that is asked by a rule. */
export interface Asked {
  rule: ReadingRule;
  front: FrontMatter;
  ask: Ask;
  note: Note;
  /** Relations that its text states. */
  claims: RelationClaim[];
}

/** Asks a file for all that is known of a pattern. Nothing of its front matter is lost: what is not read goes to `extra`. */
export function readMetadata({ rule, front, ask, note, claims: inText }: Asked, names: Names): Metadata {
  const identity = readIdentity(ask, { ...names, isTitled: placesIn(rule.fields.title ?? []).includes("title") }, note);
  const description = describe(ask, note);
  const { dates, extra: undated } = readDates(ask, note);
  const { addresses, extra: astray } = readAddresses(ask, note);
  const { credit, extra: unused, lists } = readCredit(ask, note);
  const { universality, unknown: level } = readUniversality(ask, note);
  const { assessed, remarks } = assess(ask);
  const placing = place(ask);
  const stated = readClaims(rule, ask, front);
  const declared = readDeclared(rule, ask, front);
  const unread = withRemarks(readExtra(rule, ask, front, note), remarks);
  return {
    ...identity,
    ...description,
    ...addresses,
    ...dates,
    ...placing,
    ...assessed,
    ...optional("universality", universality),
    claims: [...stated.claims, ...inText],
    ...credit,
    extra: {
      ...ask.misfits,
      ...unread,
      ...readRests([...lists, ...stated.lists], front, note),
      ...readFurther(front),
      ...undated,
      ...astray,
      ...unused,
      ...level,
      ...declared,
    },
  };
}

/** Front matter below the first, as a field; a list where there are several. */
function readFurther({ further: [second, ...more] }: FrontMatter): JsonObject {
  if (second === undefined) return {};
  return { second_front_matter: more.length === 0 ? second : [second, ...more] };
}

function describe(ask: Ask, note: Note): Pick<Metadata, "aliases" | "summary" | "version"> & Tongue {
  return {
    aliases: ask.one("aliases", texts)?.value ?? [],
    ...optional("summary", ask.one("summary", text)?.value.trim()),
    ...readTongue(ask, note),
    ...optional("version", ask.one("version", text)?.value),
  };
}

type Placing = "domain" | "crossDomains" | "commonsDomains" | "categories" | "eras" | "origins" | "status";

function place(ask: Ask): Pick<Metadata, Placing> {
  const domain = ask.one("domain", text)?.value.trim();
  const list = (field: string): string[] => ask.all(field, texts).flatMap(({ value }) => value);
  return {
    ...optional("domain", domain || undefined),
    crossDomains: list("cross_domains"),
    commonsDomains: [...new Set(list("commons_domain"))],
    categories: list("category"),
    eras: list("era"),
    origins: list("origin"),
    ...optional("status", ask.one("status", text)?.value),
  };
}

function assess(ask: Ask): { assessed: Pick<Metadata, "alignment" | "confidence" | "scores">; remarks: JsonObject } {
  const given = ask.one("scores", assessment);
  const { scores, remarks } = readAssessment(given?.value);
  return {
    assessed: {
      ...optional("alignment", ask.one("alignment", number)?.value),
      ...optional("confidence", ask.one("confidence", number)?.value),
      scores,
    },
    remarks: Object.keys(remarks).length > 0 && given ? toTree(given.keys, remarks) : {},
  };
}

/** What a known field says besides what is read of it is kept where it stood, and not observed. */
function withRemarks(extra: JsonObject, remarks: JsonObject): JsonObject {
  const merged = { ...extra };
  for (const [key, value] of Object.entries(remarks)) {
    const there = merged[key];
    const both =
      typeof there === "object" && !Array.isArray(there) && typeof value === "object" && !Array.isArray(value);
    merged[key] = both ? { ...there, ...value } : value;
  }
  return merged;
}

function toTree(keys: readonly string[], value: JsonObject): JsonObject {
  return keys.reduceRight<JsonObject>((inner, key) => ({ [key]: inner }), value);
}

/** A level that nobody knows stays as it was written. */
function readUniversality(ask: Ask, note: Note): { universality?: Universality; unknown: JsonObject } {
  const given = ask.one("universality", text);
  if (!given) return { unknown: {} };
  const key = given.value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const level = key === "context-dependent" ? "context-specific" : UNIVERSALITIES.find((known) => known === key);
  if (level) return { universality: level, unknown: {} };
  note("universality-is-known", given.keys.length > 0 ? given.keys : ["universality"], given.value);
  return { universality: "unclassified", unknown: { universality: given.value } };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value }); // a computed key widens to string
}
