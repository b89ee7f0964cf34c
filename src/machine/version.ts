import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// The program: `src`, or `dist` once it is compiled.
const PROGRAM = dirname(dirname(fileURLToPath(import.meta.url)));

const NAME = "pattern-press";

/** The program's name and version, as artefacts state it. */
export function generator(): string {
  return `${NAME} ${programVersion()}`;
}

/** What every version of the program is called. */
export function programName(): string {
  return NAME;
}

export function programVersion(): string {
  return readPackage().version;
}

/** Where the program is at home, as `owner/name` on GitHub: what package.json says, and nothing else. */
export function programRepository(): string {
  return new URL(readPackage().repository.url).pathname.replace(/^\/|\.git$/g, "");
}

function readPackage(): { version: string; repository: { url: string } } {
  return JSON.parse(readFileSync(join(PROGRAM, "../package.json"), "utf8"));
}

/** SHA-256 over the program's own files: what an older program cached is not used by a newer one. */
export function programFingerprint(): string {
  const hash = createHash("sha256");
  const files = readdirSync(PROGRAM, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(readFileSync(file));
  return hash.update(readFileSync(join(PROGRAM, "../package.json"))).digest("hex");
}
