import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { askRule } from "../../src/library/rules/ask.js";
import type { Rule } from "../../src/library/rules/rule.js";
import { traceFault } from "../../src/library/trace-fault.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";
import { type FaultyProgram, openFaultyProgram } from "../support/planted-fault.js";
import { program, type Run } from "../support/program.js";

const cwd = temporaryFolder();

const DIAGRAM = "```mermaid\nflowchart LR\n  A[Digger] --> B[End]\n```";

/** What tells the pattern where its text is not at hand: its summary, its id. */
const WORDS: Readonly<Record<string, string>> = { arrange: "Mole", foliosOf: "mole" };

function pattern(name: string, text: string): string {
  const others = ["garden", "mole", "well"].filter((other) => other !== name);
  const related = others.map((other) => `  - { slug: ${other}, weight: 0.5 }\n`).join("");
  const front = `slug: ${name}\ntitle: The ${name}\nsummary: What ${name === "mole" ? "Mole" : name} does.\nuniversality: domain\ndomain: commons\nlicense: CC-BY-4.0\n`;
  return `---\n${front}related:\n${related}---\n\n## Solution\n\n${text} See [the other](${others[0]}.md).\n`;
}

/** Where each edition may stumble: in a step for one pattern, for some of them, or for all. */
const STAGES: readonly (readonly [what: string, format: string, file: string, name: string, edition: string])[] = [
  ["a page of the book is composed", "pdf", "formats/pdf/typeset/lists.js", "markLists", "the printed book"],
  ["pages are measured", "pdf", "formats/pdf/paging/count-columns.js", "countColumns", "the printed book"],
  ["a volume is printed", "pdf", "formats/pdf/volume.js", "foliosOf", "the printed book"],
  ["the index is made", "epub", "page/matter/term-index/entries.js", "arrange", "the e-book"],
  ["a page of the e-book is composed", "epub", "formats/epub/xhtml/index.js", "adaptPattern", "the e-book"],
  ["a handout is composed", "docx", "formats/docx/compose-handout.js", "composeHandout", "the handout"],
  ["a card is composed", "docx", "formats/docx/card/compose.js", "composeCard", "the card"],
  ["a pack is composed", "docx", "formats/docx/pack/demote.js", "demote", "the Word files"],
  ["a record is written", "jsonld", "formats/dataset/describe-record.js", "describeRecord", "the dataset"],
];

describe("an error that nobody foresaw", () => {
  let faulty: FaultyProgram;

  beforeAll(() => {
    faulty = openFaultyProgram(join(cwd, "program"));
    mkdirSync(join(cwd, "patterns"));
    for (const name of ["garden", "well"]) writeFileSync(join(cwd, `patterns/${name}.md`), pattern(name, "Dig."));
    writeFileSync(join(cwd, "patterns/mole.md"), pattern("mole", "Digs in the dark."));
    writeFileSync(join(cwd, "book.yaml"), "docx: { packs: [{ name: all, with: both }] }\n");
  });

  function build(format: string, fault: string, ...more: string[]): Promise<Run> {
    faulty.plant(fault);
    // What has a limit of time runs in a thread of its own with one core too.
    const args = ["build", "patterns", "--format", format, "--no-cache", "--jobs", "1", ...more];
    return program(args, { cwd, cli: faulty.cli });
  }

  function expectWords(text: string): void {
    expect(text).not.toMatch(/\n\s+at |fault of pattern-press/);
  }

  it.each(STAGES)(
    "while %s leaves its pattern out of all editions, by name",
    async (_, format, file, name, edition) => {
      const { status, stdout, stderr } = await build(
        format,
        `${file} ${name} ${WORDS[name] ?? "Digs"}`,
        "--keep-going",
      );
      expectWords(stdout + stderr);
      expect(status).toBe(1);
      expect(stdout).toContain("Wrote 2 patterns");
      expect(stdout).toMatch(
        new RegExp(`Left out 1 file\\n  patterns/mole\\.md\\n.*could not be set in ${edition} \\(planted`),
      );
      const { excluded, patterns } = JSON.parse(readFileSync(join(cwd, "output/manifest.json"), "utf8"));
      expect(excluded).toMatchObject([{ source: "mole.md", reason: expect.stringContaining(edition) }]);
      expect(patterns.map(({ number, slug }: { number: number; slug: string }) => `${number} ${slug}`)).toEqual([
        "1 garden",
        "2 well",
      ]);
    },
  );

  it.each([
    ["pdf", "formats/pdf/typeset/lists.js markLists Digs", "the printed book"],
    ["jsonld", "formats/dataset/describe-record.js describeRecord Digs", "the dataset"],
  ])("and that never ends is broken off in the program's own thread, too: %s", async (format, fault, edition) => {
    const config = join(cwd, "hasty.yaml");
    writeFileSync(config, "limits: { seconds: 6 }\n");
    const { status, stdout, stderr } = await build(format, `${fault} endless`, "--keep-going", "--config", config);
    expectWords(stdout + stderr);
    expect(status).toBe(1);
    expect(stdout).toContain("Wrote 2 patterns");
    expect(stdout).toContain(`mole.md\n    a pattern that takes longer than 6 seconds to be set in ${edition}`);
  });

  it("in a diagram leaves its source as code, and the rest of the pattern as it is", async () => {
    writeFileSync(join(cwd, "patterns/drawn.md"), pattern("drawn", DIAGRAM));
    const { status, stdout, stderr } = await build("docx", "diagrams/turn-or-shrink.js turnFlow Digger");
    rmSync(join(cwd, "patterns/drawn.md"));
    expectWords(stdout + stderr);
    expect(status).toBe(0);
    expect(stdout).toContain("Wrote 4 patterns");
    expect(stdout).toMatch(/drawn\.md:\d+:1\n\s+warning .*could not be drawn \(planted is not a function/);
  });

  it.each(["body/parse.js parseBody Digs", "names.js collectNamesInSteps Mole", "relations.js relateInSteps Mole"])(
    "while a file is read, or a library put together, leaves the file out: %s",
    async (fault) => {
      const { status, stdout, stderr } = await build("docx", `library/${fault}`, "--keep-going");
      expectWords(stdout + stderr);
      expect(status).toBe(1);
      expect(stdout).toContain("Wrote 2 patterns");
      expect(stdout).toMatch(/Left out 1 file\n {2}patterns\/mole\.md\n.*could not be read \(planted/);
    },
  );

  it("in a rule is told of the file, and nothing is left out for it", async () => {
    const { status, stdout, stderr } = await build(
      "docx",
      "library/rules/hierarchy-has-no-cycle.js findCycles Mole",
      "--all",
    );
    expectWords(stdout + stderr);
    expect(status).toBe(0);
    expect(stdout).toContain("Wrote 3 patterns");
    const checked = await program(["check", "patterns", "--no-cache", "--reporter", "json"], {
      cwd,
      cli: faulty.cli,
    });
    expect(JSON.parse(checked.stdout)).toContainEqual(
      expect.objectContaining({
        rule: "rules-can-be-asked",
        file: "mole.md",
        found: "a file that could not be asked whether hierarchy-has-no-cycle holds (planted is not a function)",
      }),
    );
  });

  it("in a rule that no file alone is the cause of is told of the rule", async () => {
    const library = await readFolder(join(cwd, "patterns"), { store: cwd });
    const rule: Rule = {
      id: "x-holds",
      severity: "warning",
      summary: "X holds.",
      *check({ patterns, failed }) {
        for (const { source } of patterns) yield { file: source.path, found: "y", expected: "x", mend: "x" };
        if (failed.length === 0) throw new TypeError("planted");
      },
    };
    expect(askRule(rule, library)).toMatchObject([
      { rule: "rules-can-be-asked", found: expect.stringContaining("whether x-holds holds") },
    ]);
  });

  it("ends a build that does not go on, with status 1 and a finding on the file", async () => {
    const { status, stdout, stderr } = await build("docx", "formats/docx/compose-handout.js composeHandout Digs");
    expectWords(stdout + stderr);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /Nothing was written\n\s+patterns\/mole\.md\n\s+error .*set in the handout \(planted .*report it/,
    );
  });
});

describe("what an error comes of", () => {
  /** What is found among 0 … 99 where some work fails with these. */
  function find(fails: (numbers: readonly number[]) => boolean): number[] {
    const steps = traceFault(Array.from({ length: 100 }, (_, number) => number));
    let step = steps.next();
    while (!step.done) step = steps.next(fails(step.value));
    return step.value;
  }

  it("is found by halves, each that fails alone", () => {
    expect(find((numbers) => numbers.some((number) => [3, 50, 99].includes(number)))).toEqual([3, 50, 99]);
  });

  it("is the first that fails beside others, where none does alone", () => {
    expect(find((numbers) => numbers.includes(7) && numbers.includes(61))).toEqual([61]);
    expect(find((numbers) => numbers.length > 40)).toEqual([40]);
  });

  it("is nothing where all fails", () => {
    expect(find(() => true)).toEqual([]);
  });
});
