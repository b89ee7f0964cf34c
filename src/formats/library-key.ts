import { createHash } from "node:crypto";
import { listExclusions } from "../library/exclusions.js";
import type { Chapter, Group, Library, Part } from "../library/library.js";
import type { Pattern } from "../library/pattern.js";

/**
 * What an edition of the whole library depends on in it, as a hash: patterns with all that is known of them, groups,
 * relations, texts, pictures. A body's key stands for its file. The folder of the library on this machine is not a part
 * of the hash.
 */
export function keyOfLibrary(library: Library): string {
  const { patterns, byId, parts, by, within, matter, relations, broken, fields, hosts, images, translations } = library;
  const seen = {
    published: patterns.map(({ id }) => id),
    patterns: [...byId.values()].map(withoutBody),
    parts: parts.map(toPart),
    by,
    within,
    texts: matter.map(withoutBody),
    relations,
    broken,
    fields,
    hosts,
    images: [...images].map(([key, image]) => [key, "refused" in image ? null : [image.sha256, image.moving?.sha256]]),
    translations,
    failed: library.failed,
    duplicates: library.duplicates.map(({ pattern, first }) => [pattern.body.key, first.body.key]),
    excluded: listExclusions(library),
  };
  return createHash("sha256").update(JSON.stringify(seen, toPlain)).digest("hex");
}

function withoutBody<Known extends Pick<Pattern, "body">>({ body, ...known }: Known): object {
  return { ...known, body: body.key };
}

function toPart({ number, chapters, ...group }: Part): object {
  return { number, ...toGroup(group), chapters: chapters.map(toChapter) };
}

function toChapter({ patterns, ...group }: Chapter): object {
  return { ...toGroup(group), patterns: patterns.map(({ id }) => id) };
}

function toGroup({ key, name, sentence }: Group): object {
  return { key, name, sentence };
}

function toPlain(_: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
