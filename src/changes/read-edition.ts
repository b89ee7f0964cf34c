import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { programName } from "../machine/version.js";
import type { Edition, EditionPattern } from "./edition.js";
import { type RecordContent, readRecords } from "./read-records.js";

/** What was named is no edition of ours. Exit status 2. */
export class NoEditionError extends Error {}

const listed = z.looseObject({
  id: z.string(),
  slug: z.string(),
  number: z.number(),
  title: z.string(),
  sha256: z.string().optional(),
  print: z.object({ volume: z.number(), page: z.number(), label: z.string() }).nullish(),
});

const schema = z.looseObject({
  name: z.string(),
  generator: z.string().refine((text) => text.startsWith(`${programName()} `)),
  sourceDateEpoch: z.number(),
  patterns: z.array(listed),
});

/** An edition of which the manifest is read: who is in it, and where. */
export interface Opened extends Omit<Edition, "patterns"> {
  /** The output; its dataset is read where it has one. */
  folder: string;
  patterns: readonly Omit<EditionPattern, "content" | "formerSlugs">[];
}

const MANIFEST = "manifest.json";

/**
 * Reads what an output says of itself.
 * @param named the folder that a build filled, or its manifest alone
 * @throws NoEditionError
 */
export async function openEdition(named: string): Promise<Opened> {
  const info = await stat(named).catch(() => undefined);
  if (!info) throw new NoEditionError(`${named}: there is no such folder or file; ${EXPECTED}`);
  const file = info.isDirectory() ? join(named, MANIFEST) : named;
  const text = await readFile(file, "utf8").catch(() => {
    throw new NoEditionError(`${named}: the folder has no ${MANIFEST}; ${EXPECTED}`);
  });
  const result = schema.safeParse(parse(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    const at = issue && issue.path.length > 0 ? `: ${issue.path.join(".")}` : "";
    throw new NoEditionError(`${file} is no manifest of ${programName()}${at}; ${EXPECTED}`);
  }
  const { name, sourceDateEpoch, patterns } = result.data;
  return {
    name,
    sourceDateEpoch,
    // A manifest under another name was taken out of its output: what lies beside it may be anything.
    folder: info.isDirectory() || basename(file) === MANIFEST ? dirname(file) : "",
    patterns: patterns.map(({ id, slug, number, title, sha256, print }) => ({
      id,
      slug,
      number,
      title,
      sha256,
      print: print ?? undefined,
    })),
  };
}

const EXPECTED = `expected an output that pattern-press build filled, or the ${MANIFEST} of one`;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * An opened edition with what its dataset says, where that is of the same state.
 * @param others hashes of the files of the other edition: texts that it has too are not kept
 */
export async function loadEdition(opened: Opened, others: ReadonlySet<string | undefined>): Promise<Edition> {
  const { folder, name, sourceDateEpoch, patterns } = opened;
  const hashes = new Map(patterns.map(({ id, sha256 }) => [id, sha256]));
  const isWanted = (id: string, sha256: string): boolean => hashes.get(id) === sha256;
  const records: ReadonlyMap<string, RecordContent> =
    folder === ""
      ? new Map()
      : await readRecords(join(folder, "dataset"), { isWanted, isKnown: (sha256) => others.has(sha256) });
  return {
    name,
    sourceDateEpoch,
    patterns: patterns.map((pattern) => {
      const { formerSlugs = [], ...content } = records.get(pattern.id) ?? {};
      return { ...pattern, formerSlugs, content: isContent(content) ? content : undefined };
    }),
  };
}

function isContent(content: Partial<RecordContent>): content is Omit<RecordContent, "formerSlugs"> {
  return content.relations !== undefined;
}
