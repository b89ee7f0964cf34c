import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { FileFault } from "./account.js";
import type { Manifest } from "./manifest.js";

// What a build writes besides the artefacts, and what it leaves where it finds it.
const OWN = new Set(["manifest.json", "SHA256SUMS", ".gitkeep", ".gitignore", ".DS_Store"]);

/** Every file that the manifest lists is there, byte for byte, SHA256SUMS says the same, and no other file is there. */
export async function checkFiles(
  out: string,
  { artifacts }: Manifest,
  progress: (message: string) => void,
): Promise<{ checked: number; faults: FileFault[] }> {
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
  const known = new Set(artifacts.map(({ path }) => path));
  for (const path of await listFiles(out)) {
    if (!known.has(path) && !OWN.has(path))
      faults.push({ path, fault: "unlisted", detail: "the manifest does not list it" });
  }
  return { checked: artifacts.length, faults };
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
