import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** The folder that was to be verified holds no editions. Exit status 2. */
export class NoEditionsError extends Error {}

const listed = z.looseObject({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  source: z.string(),
  sha256: z.string().optional(),
  print: z.object({ volume: z.number(), page: z.number(), label: z.string() }).nullable(),
  epub: z.string().nullable(),
  handout: z.string().nullable(),
  card: z.string().nullish(),
});

/** What a text of the book is in it. */
const TEXT_PLACES = ["front", "back", "part", "chapter"] as const;
export type TextPlace = (typeof TEXT_PLACES)[number];

const listedText = listed
  .pick({ id: true, slug: true, title: true, source: true, sha256: true, print: true, epub: true })
  .extend({
    as: z.enum(TEXT_PLACES),
  });

const schema = z.looseObject({
  name: z.string(),
  // Older manifests do not say it.
  language: z.string().optional(),
  patterns: z.array(listed),
  texts: z.array(listedText).default([]),
  packs: z.array(z.looseObject({ path: z.string(), patterns: z.array(z.string()) })).default([]),
  artifacts: z.array(z.looseObject({ path: z.string(), mediaType: z.string(), bytes: z.number(), sha256: z.string() })),
  excluded: z.array(z.object({ source: z.string(), reason: z.string() })).default([]),
});

export type Manifest = z.infer<typeof schema>;
export type Listed = Manifest["patterns"][number];
export type ListedText = Manifest["texts"][number];

/** @throws NoEditionsError where there is no manifest, or one that is not ours */
export async function readManifest(out: string): Promise<Manifest> {
  const path = join(out, "manifest.json");
  const text = await readFile(path, "utf8").catch(() => {
    throw new NoEditionsError(`${path}: there is no such file; expected the folder that pattern-press build filled`);
  });
  const result = schema.safeParse(parse(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new NoEditionsError(
    `${path}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}; build the editions again, then verify them`,
  );
}

/** The language of the book that stands in a folder; undefined where its manifest does not say it, or is none. */
export async function languageOf(out: string): Promise<string | undefined> {
  const text = await readFile(join(out, "manifest.json"), "utf8").catch(() => "");
  return z.looseObject({ language: z.string() }).safeParse(parse(text)).data?.language;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The reading edition of a volume. */
export function volumePath({ name }: Pick<Manifest, "name">, volume: number): string {
  return `book/${name}${volume > 1 ? `-vol-${volume}` : ""}.pdf`;
}

/** The e-book of a pattern and its first file there. */
export function ebookOf({ name }: Pick<Manifest, "name">, place: string): { path: string; file: string } {
  const [before = "", after] = place.split("#");
  return after === undefined ? { path: `epub/${name}.epub`, file: before } : { path: before, file: after };
}
