import { pathOf } from "../front-matter/field-path.js";
import type { FrontMatter } from "../front-matter/index.js";
import {
  type Json,
  type JsonObject,
  type Metadata,
  type Observation,
  type Point,
  RELATION_KINDS,
  type RelationClaim,
  UNIVERSALITIES,
  type Universality,
} from "../pattern.js";
import { isSlug, toSlug, toWords } from "../slug.js";
import { classification } from "./classification.js";
import type { Classification, Dialect } from "./dialect.js";
import { type DocumentFields, documentFields } from "./document.js";
import { unknownFields } from "./fields.js";
import { toInstant } from "./instant.js";
import { ontology } from "./ontology.js";
import { plain } from "./plain.js";
import { tags } from "./tags.js";

/** What a file's metadata falls back to where it is silent. */
export interface Fallbacks {
  /** Slug made from the file's name. */
  slug: string;
  /** First heading of the body, if it has one. */
  heading?: string;
  universality: Universality;
}

export interface ReadMetadata {
  metadata: Metadata;
  dialect: Dialect["name"];
  observations: Observation[];
}

/** Recognises the generation of a file's front matter and reads it. Nothing is lost: what does not fit goes to `extra`. */
export function readMetadata(front: FrontMatter, fallbacks: Fallbacks): ReadMetadata {
  if (isMap(front.data.tags)) return readAs(tags, front, fallbacks);
  if (isMap(front.data.classification)) return readAs(classification, front, fallbacks);
  if (isMap(front.data.ontology)) return readAs(ontology, front, fallbacks);
  return readAs(plain, front, fallbacks);
}

function isMap(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readAs<Fields extends DocumentFields>(
  dialect: Dialect<Fields>,
  front: FrontMatter,
  fallbacks: Fallbacks,
): ReadMetadata {
  const observations: Observation[] = [];
  const { fields, misfits } = parse(dialect, front, observations);
  const classified = dialect.classify(fields);
  const note: Note = (rule, keys, found, detail) => {
    const place = placeOf(front, keys);
    observations.push({ rule, found, ...(place ? { place } : {}), ...(detail ? { detail } : {}) });
  };
  const identity = readIdentity(fields, fallbacks, note);
  const lifecycle = fields.lifecycle ?? {};
  const provenance = fields.provenance ?? {};
  const remarks = new Set(Object.keys(classified.remarks ?? {}).map((field) => pathOf([dialect.group ?? "", field])));
  const unknown = readExtra(dialect, fields, classified);
  for (const keys of keysOf(unknown, front)) {
    const path = pathOf(keys);
    if (!remarks.has(path)) note("fields-are-known", keys, path);
  }
  const extra = { ...misfits, ...unknown, ...optional("second_front_matter", front.secondFrontMatter) };
  const status = classified.status ?? lifecycle.status;
  const version = front.written("version") ?? front.written("lifecycle.version") ?? fields.version;
  const metadata: Metadata = {
    ...identity,
    formerSlugs: readFormerSlugs(fields),
    aliases: fields.aliases ?? [],
    ...optional("summary", fields.summary?.trim()),
    ...optional("language", fields.language ?? fields.lang),
    ...optional("version", version),
    ...optional("created", readDate("created", fields.created, note, extra)),
    ...optional("modified", readDate("modified", fields.modified, note, extra)),
    universality: readUniversality(classified.universality, dialect.group, fallbacks, note),
    domain: readDomain(classified.domain, fields.commons_domain),
    crossDomains: classified.crossDomains ?? [],
    commonsDomains: unique([...(classified.commonsDomains ?? []), ...(fields.commons_domain ?? [])]),
    categories: classified.categories ?? [],
    eras: classified.eras ?? [],
    origins: classified.origins ?? [],
    ...optional("status", status),
    ...optional("alignment", classified.alignment),
    ...optional("confidence", lifecycle.confidence),
    scores: classified.scores ?? [],
    claims: readClaims(fields, front),
    contributors: fields.contributors ?? provenance.contributors ?? [],
    sources: fields.sources ?? [],
    ...optional("license", fields.license ?? provenance.license),
    ...optional("attribution", fields.attribution ?? provenance.attribution),
    ...optional("repository", fields.repository),
    ...optional("pageUrl", fields.page_url),
    ...optional("sourceUrl", fields.github_url),
    extra,
  };
  return { metadata, dialect: dialect.name, observations };
}

/** Observes something at the field that `keys` lead to. */
type Note = (rule: string, keys: readonly string[], found: string, detail?: string) => void;

/** Fields of the wrong shape are observed, taken aside and kept. */
function parse<Fields extends DocumentFields>(
  dialect: Dialect<Fields>,
  front: FrontMatter,
  observations: Observation[],
): { fields: Fields; misfits: JsonObject } {
  const data = { ...front.data };
  const misfits: JsonObject = {};
  for (;;) {
    const result = dialect.schema.safeParse(data);
    if (result.success) return { fields: result.data, misfits };
    for (const issue of result.error.issues) {
      const path = issue.path.map(String);
      const place = placeOf(front, path);
      const found = `${pathOf(path)}: ${describe(valueAt(front.data, path))}`;
      observations.push({ rule: "fields-have-their-type", found, ...(place ? { place } : {}) });
      takeAside(data, misfits, path);
    }
  }
}

/** Moves the value at the shallowest field that can be spared from `data` to `misfits`. */
function takeAside(data: JsonObject, misfits: JsonObject, [head, field]: string[]): void {
  if (head === undefined || !(head in data)) return;
  const group = data[head];
  if (field !== undefined && isMap(group ?? null)) {
    const inner = group as JsonObject; // isMap has just said so
    misfits[`${head}.${field}`] = inner[field] ?? null;
    data[head] = unknownFields(inner, [field]);
  } else {
    misfits[head] = group ?? null;
    delete data[head];
  }
}

function valueAt(data: JsonObject, path: string[]): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Array.isArray(value) ? value[Number(key)] : value[key];
  }
  return value;
}

function describe(value: Json | undefined): string {
  const json = JSON.stringify(value) ?? "nothing";
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

/** Where a value stands, or what holds it. */
function placeOf({ places }: FrontMatter, keys: readonly string[]): Point | undefined {
  const ways = keys.map((_, at) => pathOf(keys.slice(0, keys.length - at)));
  return ways.map((path) => places.get(path)).find(Boolean);
}

function readIdentity(
  fields: DocumentFields,
  fallbacks: Fallbacks,
  note: Note,
): Pick<Metadata, "id" | "slug" | "title"> {
  const written = fields.slug?.trim();
  const slug = written && isSlug(written) ? written : toSlug(written || fallbacks.slug);
  if (!written) note("slug-is-present", ["slug"], "no slug", slug);
  else if (slug !== written) note("slug-is-safe", ["slug"], written, slug);
  const id = fields.id?.trim() || `slug:${slug}`;
  if (!fields.id?.trim()) note("id-is-present", ["id"], "no id", id);
  else if (!TYPE_ID.test(id)) note("id-is-typeid", ["id"], id);
  const title = fields.title?.trim() || fallbacks.heading || toWords(slug);
  if (!fields.title?.trim()) note("title-is-present", ["title"], "no title", title);
  return { id, slug, title: title.replace(/\s+/g, " ") };
}

/** github.com/jetify-com/typeid: a prefix, and 128 bits in Crockford's base 32. */
const TYPE_ID = /^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

function readUniversality(
  written: string | undefined,
  group: string | undefined,
  fallbacks: Fallbacks,
  note: Note,
): Universality {
  if (written === undefined) return fallbacks.universality;
  const key = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const level = key === "context-dependent" ? "context-specific" : UNIVERSALITIES.find((known) => known === key);
  if (level) return level;
  note("universality-is-known", [group ?? "", "universality"], written);
  return "unclassified";
}

function readDomain(domain: string | undefined, commonsDomains: string[] | undefined): string {
  const words = domain?.trim() || commonsDomains?.[0];
  return words ? toSlug(words) : "general";
}

function readDate(
  field: "created" | "modified",
  written: string | undefined,
  note: Note,
  extra: JsonObject,
): string | undefined {
  if (written === undefined) return undefined;
  const instant = toInstant(written);
  if (instant) return instant;
  note("dates-are-iso", [field], written);
  extra[field] = written;
  return undefined;
}

/** `old_slugs`, and the last segments of a site's redirects. */
function readFormerSlugs(fields: DocumentFields): string[] {
  const redirects = (fields.redirect_from ?? []).map((path) => path.replace(/\/+$/, "").split("/").at(-1) ?? "");
  return unique([...(fields.old_slugs ?? []), ...redirects].filter((slug) => slug !== ""));
}

function readClaims(fields: DocumentFields, front: FrontMatter): RelationClaim[] {
  const top = { line: 1, column: 1 };
  const holders = [
    { holder: fields, above: [] },
    { holder: fields.relationships ?? {}, above: ["relationships"] },
  ];
  return holders.flatMap(({ holder, above }) =>
    RELATION_KINDS.flatMap((kind) =>
      (holder[kind] ?? []).map((claim, index) => ({
        kind,
        ...claim,
        target: claim.target.trim(),
        place: placeOf(front, [...above, kind, String(index)]) ?? top,
      })),
    ),
  );
}

function readExtra(dialect: Dialect, fields: DocumentFields, classified: Classification): JsonObject {
  const known = [...Object.keys(documentFields), ...(dialect.group ? [dialect.group] : [])];
  const groups = {
    ...(dialect.group ? { [dialect.group]: { ...classified.extra, ...classified.remarks } } : {}),
    lifecycle: unknownFields(fields.lifecycle ?? {}, ["status", "version", "confidence"]),
    provenance: unknownFields(fields.provenance ?? {}, ["contributors", "license", "attribution"]),
    relationships: unknownFields(fields.relationships ?? {}, RELATION_KINDS),
  };
  const filled = Object.entries(groups).filter(([, group]) => Object.keys(group).length > 0);
  return { ...unknownFields(fields, known), ...Object.fromEntries(filled) };
}

/** The keys that lead to unknown fields: at the top, or one level down in a group that is known. */
function keysOf(unknown: JsonObject, { places }: FrontMatter): string[][] {
  const keys = Object.entries(unknown).flatMap(([key, value]) =>
    GROUPS.has(key) && isMap(value) ? Object.keys(value ?? {}).map((inner) => [key, inner]) : [[key]],
  );
  return keys.filter((one) => places.has(pathOf(one)));
}

const GROUPS = new Set(["tags", "classification", "ontology", "lifecycle", "provenance", "relationships"]);

function unique(list: string[]): string[] {
  return [...new Set(list)];
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value }); // a computed key widens to string
}
