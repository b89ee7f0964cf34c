import { readFile, writeFile } from "node:fs/promises";
import type { Finding } from "../../library/rules/rule.js";
import type { Context } from "../format.js";

/** A file, and what was noticed when it was made. */
export interface Made {
  file: string;
  findings: Finding[];
}

/**
 * A file made in a worker, or found in the cache with what was noticed then.
 * @param kind a folder of the cache
 * @param inputs all that it depends on but the program, the templates and the configuration
 */
export async function makeOnce(
  { cache, fingerprint }: Pick<Context, "cache" | "fingerprint">,
  kind: string,
  inputs: readonly unknown[],
  make: (out: string) => Promise<Finding[]>,
): Promise<Made> {
  const all = [fingerprint, ...inputs];
  const noticed = `${kind}-findings`;
  const file = await cache.file(kind, all, async (out) => {
    const findings = await make(out);
    if (findings.length > 0) await cache.file(noticed, all, (path) => writeFile(path, JSON.stringify(findings)));
  });
  const kept = cache.find(noticed, all);
  return { file, findings: kept ? JSON.parse(await readFile(kept, "utf8")) : [] };
}
