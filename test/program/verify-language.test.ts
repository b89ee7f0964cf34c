import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { inProcess } from "../support/in-process.js";

test("a book is verified in its own language, unless another is named", async () => {
  const cwd = temporaryFolder();
  await cp(join(ROOT, "test/fixtures/tongues"), join(cwd, "patterns"), { recursive: true });
  await mkdir(join(cwd, "elsewhere"));
  await writeFile(join(cwd, "elsewhere/other.md"), "# Other\n\nText.\n");
  await writeFile(join(cwd, "book.yaml"), "book: { title: Ovens, language: en }\n");
  const built = await inProcess(
    ["build", "--language", "es", "--format", "jsonld", "--no-cache", "--quiet", "--jobs", "1"],
    { cwd },
  );
  expect(built.status, built.stderr).toBe(0);
  expect(JSON.parse(await readFile(join(cwd, "output/manifest.json"), "utf8"))).toMatchObject({ language: "es" });
  const astray = "not in the library any more";
  const own = await inProcess(["verify", "--no-cache", "--quiet", "--jobs", "1"], { cwd });
  expect(own.status, own.stdout + own.stderr).toBe(0);
  expect(own.stdout).toMatch(/^2 patterns/);
  expect(own.stdout).not.toContain(astray);
  const other = await inProcess(["verify", "--language", "en", "--no-cache", "--quiet", "--jobs", "1"], { cwd });
  expect(other.stdout).toContain(astray);
  expect(other.stdout).not.toContain("Nothing is lost");
  expect(other.status).toBe(1);
  const strangers = await inProcess(["verify", "output", "elsewhere", "--no-cache", "--quiet", "--jobs", "1"], { cwd });
  expect(strangers.stdout).toContain(
    "Nothing was compared: none of what the editions were made of is in this library.",
  );
  expect(strangers.status).toBe(1);
}, 120_000);
