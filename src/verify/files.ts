import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Account, FileFault } from "./account.js";
import type { Manifest } from "./manifest.js";

// What a build writes besides the artefacts, and what it leaves where it finds it.
const OWN = new Set(["manifest.json", "SHA256SUMS", ".gitkeep", ".gitignore", ".DS_Store"]);

/**
 * Every file that the manifest lists is there, byte for byte, and SHA256SUMS says the same. Other files are the user's own:
 * they are named.
 */
export async function checkFiles(
  out: string,
  { artifacts }: Manifest,
  progress: (message: string) => void,
): Promise<Account["files"]> {
  const faults: FileFault[] = [];
  const sums = await readSums(out);
  for (const [at, { path, sha256 }] of artifacts.entries()) {
    if (at % 200 === 0) progress(`checksums: ${at} of ${artifacts.length} files`);
    const found = await digest(join(out, path)).catch(() => undefined);
    if (found === undefined) faults.push({ path, fault: "missing", detail: "the manifest lists it" });
    else if (found !== sha256)
      faults.push({ path, fault: "changed", detail: "its bytes are not those that were built" });
    if (sums.get(path) !== sha256) {
      faults.push({
        path: "SHA256SUMS",
        fault: "changed",
        detail: `it does not say of ${path} what the manifest says`,
      });
    }
  }
  const strangers = await listStrangers(
    out,
    artifacts.map(({ path }) => path),
  );
  return { checked: artifacts.length, faults, strangers };
}

/** What no manifest lists, in order; a folder in which nothing is ours, once. */
async function listStrangers(out: string, listed: readonly string[]): Promise<string[]> {
  const known = new Set(listed);
  const rooms = new Set(listed.map((path) => path.split("/")[0]));
  const others = (await listFiles(out)).filter((path) => !known.has(path) && !OWN.has(path));
  const names = others.map((path) => {
    const [room, ...rest] = path.split("/");
    return rest.length > 0 && !rooms.has(room) ? `${room}/` : path;
  });
  return [...new Set(names)];
}

async function readSums(out: string): Promise<Map<string, string>> {
  const text = await readFile(join(out, "SHA256SUMS"), "utf8").catch(() => "");
  return new Map(
    text.split("\n").flatMap((line): [string, string][] => {
      const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
      return match ? [[match[2] ?? "", match[1] ?? ""]] : [];
    }),
  );
}

async function digest(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

async function listFiles(out: string): Promise<string[]> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
