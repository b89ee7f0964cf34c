import { inTurns, turn } from "../threads/turn.js";
import type { Bodies } from "./bodies.js";
import { describeFurtherFields } from "./further-fields.js";
import { listGroups, narrowParts } from "./groups.js";
import { findImages, type ImageOptions } from "./images.js";
import type { Duplicate, Library } from "./library.js";
import { collectFiles } from "./links/files.js";
import { settleClaims } from "./links/settle-claims.js";
import { collectTexts, settleOpenings } from "./matter.js";
import { collectHosts, collectNamesInSteps } from "./names.js";
import { type OrderOptions, order } from "./order.js";
import type { NumberedPattern, Pattern } from "./pattern.js";
import type { ReadLibrary } from "./read.js";
import { relateInSteps } from "./relations.js";
import { withRequirements } from "./requirements.js";
import { addForeign, listTwins, nameForeign } from "./translations/foreign.js";
import { openLanguages } from "./translations/index.js";
import type { Universality } from "./universality.js";

export interface AssembleOptions extends OrderOptions {
  /** The level of patterns without one, in a library that knows levels. */
  universality: Universality;
  /** The language of patterns that state none; that of the book where it is not given. */
  unstated?: string | undefined;
  folder: string;
  bodies: Bodies;
  images: Omit<ImageOptions, "folder" | "files">;
}

/** What was read → a library: in one language, each id and slug once, ordered, numbered, linked. */
export async function assemble(read: ReadLibrary, options: AssembleOptions): Promise<Library> {
  const { language: book, unstated = book } = options;
  const tongues = openLanguages(read.patterns, { book, unstated });
  const { kept, others } = tongues.part(read.patterns);
  const inBook = tongues.part(read.matter, unstated);
  const { unique, duplicates } = setDuplicatesAside(kept);
  await turn();
  const { by, within, ...ordered } = order(completeLevels(unique, options.universality), options, read.fields);
  await turn();
  const foreign = nameForeign(others);
  const names = new Map([...foreign.twins, ...(await inTurns(collectNamesInSteps(ordered.patterns)))]);
  await turn();
  const files = collectFiles(read.files, {
    patterns: ordered.patterns,
    duplicates,
    failed: read.failed,
    others,
    matter: inBook.kept,
  });
  await turn();
  const matter = settleOpenings(inBook.kept, { parts: ordered.parts, by });
  const texts = collectTexts(matter, names);
  const { patterns, parts } = settleClaims(ordered, { names, files, hosts: collectHosts(ordered.patterns), texts });
  await turn();
  return {
    patterns,
    parts,
    by,
    within,
    groups: listGroups(parts),
    byId: new Map(patterns.map((pattern) => [pattern.id, pattern])),
    names,
    hosts: collectHosts(patterns),
    files,
    ...(await inTurns(relateInSteps(patterns, names))),
    images: await findImages([...patterns, ...matter], { ...options.images, folder: options.folder, files }),
    failed: read.failed,
    duplicates,
    leftOut: addForeign(read.leftOut, [...others, ...inBook.others]),
    translations: {
      book,
      languages: tongues.languages,
      twins: listTwins(patterns, tongues),
      untranslated: foreign.untranslated,
      astray: tongues.astray,
    },
    matter,
    texts,
    uses: read.uses,
    fields: read.fields,
    furtherFields: describeFurtherFields(patterns, read.fields),
    bodyPath: options.bodies.path,
    body: options.bodies.load,
  };
}

/**
 * The part of a library that is published; numbers stay those of the whole.
 * @param depth steps over which what the chosen patterns require comes with them
 */
export function select(library: Library, matches: (pattern: NumberedPattern) => boolean, depth = 0): Library {
  const chosen = new Set(library.patterns.filter(matches).map(({ id }) => id));
  const wanted = withRequirements(library, chosen, depth);
  const parts = narrowParts(library.parts, ({ id }) => wanted.has(id));
  const patterns = library.patterns.filter(({ id }) => wanted.has(id));
  return { ...library, patterns, parts, groups: listGroups(parts) };
}

/** One generation of files does not state the level: beside others it has that of the configuration. */
function completeLevels(patterns: readonly Pattern[], universality: Universality): readonly Pattern[] {
  if (patterns.every((pattern) => pattern.universality === undefined)) return patterns;
  return patterns.map((pattern) => ({ ...pattern, universality: pattern.universality ?? universality }));
}

function setDuplicatesAside(patterns: readonly Pattern[]): { unique: Pattern[]; duplicates: Duplicate[] } {
  const ids = new Map<string, Pattern>();
  const slugs = new Map<string, Pattern>();
  const duplicates: Duplicate[] = [];
  const unique = patterns.filter((pattern) => {
    const sameId = ids.get(pattern.id);
    const first = sameId ?? slugs.get(pattern.slug);
    if (first) {
      duplicates.push({ pattern, first, shared: sameId ? "id" : "slug" });
      return false;
    }
    ids.set(pattern.id, pattern);
    slugs.set(pattern.slug, pattern);
    return true;
  });
  return { unique, duplicates };
}
