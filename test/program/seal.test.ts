import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { examine, SEAL, seal } from "../../src/machine/seal.js";
import { temporaryFolder } from "../support/editions.js";

const folder = temporaryFolder();

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[1] = (bytes[1] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function replace(path: string): void {
  rmSync(path);
  mkdirSync(join(path, "within"), { recursive: true });
}

// Of a file and of a folder of files: `hurt` is given a file of the entry.
it.each<[string, (hurt: string) => void, string]>([
  ["nothing happened", () => {}, "whole"],
  ["a byte is flipped", flip, "damaged"],
  ["half of it is gone", (hurt) => truncateSync(hurt, 4), "damaged"],
  ["a file of it is gone", (hurt) => rmSync(hurt), "damaged"],
  ["a folder has the name of a file", replace, "damaged"],
])("tells what an entry of the cache is like where %s", async (what, harm, soundness) => {
  const file = join(folder, `${what}.bin`);
  writeFileSync(file, "12345678");
  await seal(file, file);
  harm(file);
  const entry = join(folder, what);
  mkdirSync(join(entry, "deep"), { recursive: true });
  writeFileSync(join(entry, "one"), "12345678");
  writeFileSync(join(entry, "deep/two"), "12345678");
  await seal(entry, entry);
  harm(join(entry, "deep/two"));
  expect([examine(file), examine(entry)]).toEqual([soundness, soundness]);
});

it("tells that the hash is gone", async () => {
  const file = join(folder, "unsealed");
  writeFileSync(file, "12345678");
  await seal(file, file);
  rmSync(file + SEAL);
  expect(examine(file)).toBe("unsealed");
});
