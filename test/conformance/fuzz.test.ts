import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/library/rules/rule.js";
import { aMutation } from "../support/any-mutant.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import fc from "../support/fast-check.js";
import { program, type Run } from "../support/program.js";

const CORPUS = join(ROOT, "../shared/corpus");
const SOURCE = existsSync(CORPUS) ? CORPUS : join(ROOT, "patterns");

const MUTANTS = 2000;
/** Each library has every file once: what shares an id with another is set aside, and hardly looked at. */
const LIBRARIES = 5;
/** Of each library, so many are built. */
const BUILT = 12;

/** What no file may bring about, whatever is in it. One that takes too long is named, and how long depends on the machine. */
const FAULTS = ["file-can-be-read", "pattern-can-be-set"];

describe("real files, changed at random", () => {
  const folder = temporaryFolder();
  const sources = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  const originals = sources.sort().map((path) => readFileSync(join(SOURCE, path)));
  const mutations = fc.sample(fc.tuple(aMutation, fc.nat()), {
    numRuns: MUTANTS,
    seed: Number(process.env.SEED ?? 16),
  });

  /** Writes a library of mutants; those of one library are of different files where there are so many. */
  function writeMutants(to: string, chosen: typeof mutations): void {
    mkdirSync(join(folder, to));
    for (const [at, [mutate, other]] of chosen.entries()) {
      const [own, others] = [originals[at % originals.length], originals[other % originals.length]];
      if (own && others) writeFileSync(join(folder, to, `mutant-${at}.md`), mutate(own, others));
    }
  }

  function expectNoFault({ status, stderr }: Run, findings: readonly Finding[]): void {
    expect(stderr).not.toMatch(/\n\s+at |fault of pattern-press/);
    expect([0, 1]).toContain(status);
    expect(
      findings.filter(({ rule, found, expected }) => FAULTS.includes(rule) || /report it/.test(found + expected)),
    ).toEqual([]);
  }

  const size = MUTANTS / LIBRARIES;
  const libraries = Array.from({ length: LIBRARIES }, (_, at) => ({
    name: `library-${at + 1}`,
    chosen: mutations.slice(at * size, (at + 1) * size),
  }));

  it.each(libraries)("are read and checked without a fault: $name", async ({ name, chosen }) => {
    writeMutants(name, chosen);
    const run = await program(["check", name, "--reporter", "json", "--no-cache"], { cwd: folder });
    expect(run.stdout, run.stderr).toMatch(/^\[/);
    expectNoFault(run, JSON.parse(run.stdout));
  });

  it("are made into every edition without a fault", async () => {
    writeMutants(
      "sample",
      libraries.flatMap(({ chosen }) => chosen.slice(0, BUILT)),
    );
    const args = ["build", "sample", "--json", "--keep-going", "--no-cache"];
    const run = await program(args, { cwd: folder });
    expect(run.stdout, run.stderr).toMatch(/^\{/);
    const { findings, artifacts } = JSON.parse(run.stdout);
    expectNoFault(run, findings);
    expect(artifacts.length).toBeGreaterThan(LIBRARIES * BUILT);
  });
});
