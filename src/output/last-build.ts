import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { programName } from "../machine/version.js";

/** Files in which a build says what it wrote. */
export const MANIFEST = "manifest.json";
export const CHECKSUMS = "SHA256SUMS";

const artifact = z.object({
  path: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  // Older manifests do not say it.
  edition: z.string().optional(),
});

const edition = z.object({
  name: z.string(),
  generator: z.string(),
  sourceDateEpoch: z.number(),
  library: z.string(),
});

const manifest = z.object({
  name: z.string(),
  generator: z.string().startsWith(`${programName()} `),
  editions: z.array(edition).default([]),
  patterns: z.array(z.looseObject({ id: z.string() })),
  texts: z.array(z.looseObject({ id: z.string() })).default([]),
  packs: z.array(z.looseObject({ path: z.string() })).default([]),
  artifacts: z.array(artifact),
});

/** An edition as a manifest lists it: when and of what it was made. */
export type ListedEdition = z.infer<typeof edition>;
/** What a manifest says, as far as the next build asks. */
export type LastBuild = z.infer<typeof manifest>;

/** What the last build of ours in a folder said that it wrote; undefined where there was none. */
export function readLastBuild(folder: string): LastBuild | undefined {
  try {
    return manifest.safeParse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8"))).data;
  } catch {
    return undefined;
  }
}
