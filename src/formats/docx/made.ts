import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "../../library/rules/rule.js";
import type { Key } from "../../machine/cache.js";
import type { Context } from "./about.js";
import type { Series } from "./task.js";

/** A file, and what was noticed when it was made. */
export interface Made {
  file: string;
  findings: Finding[];
}

/** The files of an entry: the findings belong to it as much as the document does. */
const FILE = "file";
const FINDINGS = "findings.json";

/**
 * A file made in a worker, or found in the cache with what was noticed then.
 * @param kind a folder of the cache
 * @param series what it shares with others; which templates and which reference matter is said by the fingerprint of the context
 * @param own what it depends on besides
 */
export async function makeOnce(
  { cache, fingerprint }: Pick<Context, "cache" | "fingerprint">,
  kind: string,
  { folders: _, reference: __, fingerprint: ___, ...series }: Series,
  own: Key,
  make: (out: string) => Promise<Finding[]>,
): Promise<Made> {
  const folder = await cache.file(kind, { fingerprint, series, ...own }, async (out) => {
    await mkdir(out);
    const findings = await make(join(out, FILE));
    if (findings.length > 0) await writeFile(join(out, FINDINGS), JSON.stringify(findings));
  });
  const noticed = join(folder, FINDINGS);
  const findings: Finding[] = existsSync(noticed) ? JSON.parse(await readFile(noticed, "utf8")) : [];
  return { file: join(folder, FILE), findings };
}
