import { readFile } from "node:fs/promises";
import type { Assessment } from "./body/assessment.js";
import { parseBody } from "./body/parse.js";
import { roleOf } from "./body/roles.js";
import { ownSlug } from "./derive-slugs.js";
import { readMetadata } from "./dialects/read-metadata.js";
import { type Failure, SourceError } from "./failure.js";
import { type FrontMatter, parseFrontMatter } from "./front-matter/index.js";
import type { Body, Metadata, Pattern } from "./pattern.js";
import { sha256 } from "./sha256.js";
import { decode } from "./source-text.js";
import { type Store, save } from "./store.js";

export interface ParseTask {
  /** The file to read. */
  file: string;
  /** The same, relative to the library's folder. */
  path: string;
  /** The slug that it has unless it states one; made of its path where none is given. */
  slug?: string;
  key: string;
  store: Store;
}

export type ParseResult = { pattern: Pattern } | { failure: Failure };

/** Reads one file into the store and returns what is needed without its body. Runs in a worker thread. */
export async function parseFile({ file, store, ...task }: ParseTask): Promise<ParseResult> {
  try {
    const { pattern, body } = parseSource(await readFile(file), task);
    await save(store, pattern, body);
    return { pattern };
  } catch (error) {
    if (error instanceof SourceError) return { failure: error.failure };
    if (error instanceof RangeError) return { failure: exhausted(error) };
    throw error;
  }
}

/** Bytes of a source file → the pattern and its body. Throws SourceError when they cannot become one. */
export function parseSource(
  bytes: Uint8Array,
  { path, key, slug = ownSlug(path) }: Omit<ParseTask, "file" | "store">,
): { pattern: Pattern; body: Body } {
  const source = decode(bytes);
  const front = parseFrontMatter(source.text);
  const heading = firstHeading(front);
  const { metadata, dialect, observations } = readMetadata(front, {
    slug,
    name: ownSlug(path),
    ...(heading ? { heading } : {}),
  });
  const parsed = parseBody(front.body, metadata.slug, metadata.title);
  const { tree, sections, words, characters, set, formulas, links, anchors, images, diagrams, omissions } = parsed;
  const heads = sections.map(({ role, title, id }) => ({ role, title, id }));
  const pattern: Pattern = {
    ...assess(metadata, parsed.assessment),
    dialect,
    source: { path, sha256: sha256(bytes), bytes: bytes.length },
    body: { key, words, characters, set, formulas, sections: heads, links, anchors, images, diagrams, omissions },
    observations: [...source.observations, ...front.observations, ...observations, ...parsed.observations],
    places: Object.fromEntries(front.places),
  };
  return { pattern, body: { tree, sections } };
}

/** The front matter's word counts before the body's. */
function assess(metadata: Metadata, { scores, alignment }: Assessment): Metadata {
  return {
    ...metadata,
    ...(metadata.alignment === undefined && alignment !== undefined ? { alignment } : {}),
    scores: metadata.scores.length > 0 ? metadata.scores : scores,
  };
}

/** A first heading that may serve as a title: not that of a section. */
function firstHeading({ body }: FrontMatter): string | undefined {
  const heading = /^#\s+(.+?)\s*#*$/m.exec(body)?.[1]?.replace(/\s*\[\^[^\]]+\]/g, "");
  return heading && !/^\d+[.)]/.test(heading) && roleOf(heading) === "other" ? heading : undefined;
}

function exhausted(error: RangeError): Failure {
  return {
    rule: "nesting-is-shallow",
    variant: "file",
    found: `a file that cannot be read to its end (${error.message})`,
    expected: "lists, quotations and brackets nested a few levels deep",
    mend: "flatten the nested blocks",
  };
}
