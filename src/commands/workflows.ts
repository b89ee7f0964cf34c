import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { programRepository, programVersion } from "../machine/version.js";
import { repositoryRoot } from "../report/repository.js";
import { UsageError } from "./usage-error.js";

const WORKFLOWS = fileURLToPath(new URL("../../workflows", import.meta.url));

/** Where a forge looks for what it is to do, from the root of the repository. */
const FORGES = {
  github: { template: "github.yml", file: ".github/workflows/patterns.yml" },
  gitlab: { template: "gitlab.yml", file: ".gitlab-ci.yml" },
} as const;

export type Forge = keyof typeof FORGES;

/**
 * Writes the file by which a forge checks, builds and publishes the library in a folder, by this version of the program.
 * @returns where it was written
 * @throws UsageError where there is one: it is never written over
 */
export async function writeWorkflow(forge: Forge, folder: string): Promise<string> {
  const { template, file } = FORGES[forge];
  // Asked of the repository alone: no runner is at work here.
  const root = repositoryRoot(folder, {});
  const base = existsSync(join(root, ".git")) ? root : resolve(folder);
  const path = join(base, file);
  const directory = relative(base, resolve(folder)).split(sep).join("/") || ".";
  const text = (await readFile(join(WORKFLOWS, template), "utf8"))
    .replaceAll("REPOSITORY", programRepository())
    .replaceAll("VERSION_TAG", `v${programVersion()}`)
    .replaceAll("DIRECTORY", JSON.stringify(directory));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    throw new UsageError(`${path} is there already; move it away, and copy from it what you need`);
  });
  return path;
}
