import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EMPTY_RULE } from "../../src/library/reading/rule.js";
import { check, RULES } from "../../src/library/rules/index.js";
import type { Finding } from "../../src/library/rules/rule.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { expectGolden } from "../support/golden.js";
import { readFolder } from "../support/library.js";

const fixtures = join(ROOT, "test/fixtures/rules");
const sources = join(ROOT, "src");
const store = temporaryFolder();

// Small enough for a fixture, large enough for all the others.
const maxBytes = 4_000;

describe("the table of rules", () => {
  it("has at least 25 rules, each once", () => {
    expect(RULES.length).toBeGreaterThanOrEqual(25);
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it("phrases every id as what should hold, and says so in a sentence", () => {
    for (const { id, summary } of RULES) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(summary.length).toBeLessThan(120);
    }
  });

  it("has a file of its own for every rule", () => {
    for (const { id } of RULES) expect(existsSync(join(sources, `library/rules/${id}.ts`)), id).toBe(true);
  });

  it("knows every id that the program emits", () => {
    const known = new Set(RULES.map(({ id }) => id));
    const emitted = new Set(
      readdirSync(sources, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".ts"))
        .flatMap((path) => emittedIn(readFileSync(join(sources, path), "utf8"))),
    );
    expect([...emitted].filter((id) => !known.has(id))).toEqual([]);
    expect(emitted.size).toBeGreaterThan(20);
  });
});

const FOREIGN =
  /^(?:file-is-read-in-time|file-can-be-read|pattern-is-set-in-time|pattern-can-be-set|extensions-do-not-fail|plugins-have-no-remarks)$/;

// The others are found by a build, and tested with the edition that finds them.
const checked = RULES.filter(({ severity, check, describe }) => check || describe || severity === "error").filter(
  // What no file of a fixture can break: tested with the time limit, and with extensions.
  ({ id }) => !FOREIGN.test(id),
);

// Fixtures that only a configuration breaks.
const READING: Record<string, Partial<Parameters<typeof readFolder>[1]>> = {
  "openings-have-group": {
    rules: [
      { ...EMPTY_RULE, files: ["*/README.md", "*/before.md", "song.md"], as: "opening" },
      { ...EMPTY_RULE, files: ["**/*.md"] },
    ],
    order: { by: ["folder 1"] },
  },
};

describe("each rule, on its fixture", () => {
  it.each(checked.map((rule) => [rule.id, rule.severity]))("%s", async (id, severity) => {
    const folder = join(fixtures, id);
    const findings = check(await readFolder(folder, { store, maxBytes, ...READING[id] }));
    const own = findings.filter(({ rule }) => rule === id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((finding) => finding.severity === severity)).toBe(true);
    await expectGolden(findings.map(describeFinding).join("\n"), join(folder, "expected.txt"));
  });

  it("says nothing about our own patterns", async () => {
    expect(check(await readFolder(join(ROOT, "patterns"), { store })).map(describeFinding)).toEqual([]);
  });
});

/** Ids of rules given to observations, failures and findings in a source text. */
function emittedIn(source: string): string[] {
  return [...source.matchAll(/\b(?:rule:\s*|note\(\s*|remove\([^)]*?,\s*)"([a-z]+(?:-[a-z]+)+)"/g)].map(
    ([, id = ""]) => id,
  );
}

function describeFinding({ file, place, severity, rule, found, expected, mend, other }: Finding): string {
  const at = `${file ?? ""}${place ? `:${place.line}:${place.column}` : ""}`;
  const see = other ? `\n  see ${other.file}${other.place ? `:${other.place.line}:${other.place.column}` : ""}` : "";
  return `${at}: ${severity}: ${rule}\n  ${found}; expected ${expected}\n  ${mend}${see}`;
}
