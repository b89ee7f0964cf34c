import type { FrontMatter } from "../front-matter/index.js";
import type { Metadata, Observation } from "../pattern.js";
import { UNIVERSALITIES, type Universality } from "../universality.js";
import { readAddresses } from "./addresses.js";
import { readClaims } from "./claims.js";
import { classification } from "./classification.js";
import { readCredit } from "./credit.js";
import { readDates } from "./dates.js";
import type { Classification, Dialect } from "./dialect.js";
import type { DocumentFields } from "./document.js";
import { readExtra } from "./extra.js";
import { isMap } from "./fields.js";
import { type Names, readIdentity } from "./identity.js";
import { setMisfitsAside } from "./misfits.js";
import { type Note, noteIn } from "./note.js";
import { ontology } from "./ontology.js";
import { plain } from "./plain.js";
import { readRests } from "./rests.js";
import { tags } from "./tags.js";

export interface ReadMetadata {
  metadata: Metadata;
  dialect: Dialect["name"];
  observations: Observation[];
}

// A file with the groups of two dialects is of the one that stands first.
const DIALECTS: readonly Dialect[] = [tags, classification, ontology];

/** Recognises the generation of a file's front matter and reads it. Nothing is lost: what does not fit goes to `extra`. */
export function readMetadata(front: FrontMatter, fallbacks: Names): ReadMetadata {
  const dialect = DIALECTS.find(({ group }) => group !== undefined && isMap(front.data[group])) ?? plain;
  const observations: Observation[] = [];
  const note = noteIn(observations, front);
  const { fields, misfits } = setMisfitsAside(dialect, front, note);
  const classified = dialect.classify(fields);
  const identity = readIdentity(fields, fallbacks, note);
  const unknown = readExtra(dialect, fields, classified, front, note);
  const { dates, extra: undated } = readDates(fields, note);
  const { addresses, extra: astray } = readAddresses(fields, note);
  const { credit, extra: unused } = readCredit(fields, note);
  const universality = readUniversality(classified.universality, dialect, note);
  const metadata: Metadata = {
    ...identity,
    ...describe(fields),
    ...addresses,
    ...dates,
    ...place(fields, classified),
    ...optional("universality", universality),
    claims: readClaims(fields, front),
    ...credit,
    extra: {
      ...misfits,
      ...unknown,
      ...readRests(fields, front, note),
      ...readFurther(front),
      ...undated,
      ...astray,
      ...unused,
      ...keepLevel(universality, classified),
    },
  };
  return { metadata, dialect: dialect.name, observations };
}

/** Front matter below the first, as a field; a list where there are several. */
function readFurther({ further: [second, ...more] }: FrontMatter): Metadata["extra"] {
  if (second === undefined) return {};
  return { second_front_matter: more.length === 0 ? second : [second, ...more] };
}

type Description = "aliases" | "summary" | "language" | "version";

function describe(fields: DocumentFields): Pick<Metadata, Description> {
  return {
    aliases: fields.aliases ?? [],
    ...optional("summary", fields.summary?.trim()),
    ...optional("language", fields.language ?? fields.lang),
    ...optional("version", fields.version ?? fields.lifecycle?.version),
  };
}

type Placing = "domain" | "crossDomains" | "commonsDomains" | "categories" | "eras" | "origins";
type Assessment = "status" | "alignment" | "confidence" | "scores";

function place(fields: DocumentFields, classified: Classification): Pick<Metadata, Placing | Assessment> {
  const domain = classified.domain?.trim() || fields.commons_domain?.[0]?.trim();
  const commonsDomains = [...(classified.commonsDomains ?? []), ...(fields.commons_domain ?? [])];
  return {
    ...optional("domain", domain || undefined),
    crossDomains: classified.crossDomains ?? [],
    commonsDomains: [...new Set(commonsDomains)],
    categories: classified.categories ?? [],
    eras: classified.eras ?? [],
    origins: classified.origins ?? [],
    ...optional("status", classified.status ?? fields.lifecycle?.status),
    ...optional("alignment", classified.alignment),
    ...optional("confidence", fields.lifecycle?.confidence),
    scores: classified.scores ?? [],
  };
}

function readUniversality(written: string | undefined, { group = "" }: Dialect, note: Note): Universality | undefined {
  if (written === undefined) return undefined;
  const key = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const level = key === "context-dependent" ? "context-specific" : UNIVERSALITIES.find((known) => known === key);
  if (level) return level;
  note("universality-is-known", [group, "universality"], written);
  return "unclassified";
}

/** A level that nobody knows stays as it was written. */
function keepLevel(read: Universality | undefined, { universality }: Classification): Metadata["extra"] {
  return read === "unclassified" && universality !== undefined ? { universality } : {};
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value }); // a computed key widens to string
}
