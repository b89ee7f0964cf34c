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

function pattern(name: string, text: string): string {
  const others = ["garden", "mole", "well"].filter((other) => other !== name);
  const related = others.map((other) => `  - { slug: ${other}, weight: 0.5 }\n`).join("");
  const front = `slug: ${name}\ntitle: The ${name}\nsummary: What ${name in DIGGERS ? named(name) : name} does.\nuniversality: domain\ndomain: commons\nlicense: CC-BY-4.0\n`;
  return `---\n${front}related:\n${related}---\n\n## Solution\n\n${text} See [the other](${others[0]}.md).\n`;
}

/** The patterns that go wrong, and the verb that only the text of each has. */
const DIGGERS: Readonly<Record<string, string>> = { mole: "Digs", vole: "Gnaws", hare: "Scrapes" };

/** Of a pattern that goes wrong: its name as only its summary writes it. */
function named(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

interface Stage {
  what: string;
  edition: string;
  /** The module of the step, and its function. */
  step: string;
  /** What it is given of a pattern, as far as it tells which. */
  given: "text" | "summary" | "id";
}

/** Where each edition may stumble: in a step for one pattern, for some of them, or for all. */
const STAGES: Readonly<Record<string, readonly Stage[]>> = {
  pdf: [
    {
      what: "a page is composed",
      edition: "the printed book",
      step: "formats/pdf/typeset/lists.js markLists",
      given: "text",
    },
    {
      what: "pages are measured",
      edition: "the printed book",
      step: "formats/pdf/paging/count-columns.js countColumns",
      given: "text",
    },
    { what: "a volume is printed", edition: "the printed book", step: "formats/pdf/volume.js foliosOf", given: "id" },
  ],
  epub: [
    {
      what: "the index is made",
      edition: "the e-book",
      step: "page/matter/term-index/entries.js arrange",
      given: "summary",
    },
    {
      what: "a page is composed",
      edition: "the e-book",
      step: "formats/epub/xhtml/index.js adaptPattern",
      given: "text",
    },
  ],
  docx: [
    {
      what: "a handout is composed",
      edition: "the handout",
      step: "formats/docx/compose-handout.js composeHandout",
      given: "text",
    },
    {
      what: "a card is composed",
      edition: "the card",
      step: "formats/docx/card/compose.js composeCard",
      given: "text",
    },
    {
      what: "a pack is composed",
      edition: "the Word files",
      step: "formats/docx/pack/demote.js demote",
      given: "text",
    },
  ],
  jsonld: [
    {
      what: "a record is written",
      edition: "the dataset",
      step: "formats/dataset/describe-record.js describeRecord",
      given: "text",
    },
  ],
};

/** A fault in a step of an edition, at one of the patterns that go wrong. */
function faultOf({ step, given }: Stage, name: string): string {
  return `${step} ${{ text: DIGGERS[name], summary: named(name), id: name }[given]}`;
}

describe("an error that nobody foresaw", () => {
  let faulty: FaultyProgram;

  beforeAll(() => {
    faulty = openFaultyProgram(join(cwd, "program"));
    mkdirSync(join(cwd, "patterns"));
    for (const name of ["garden", "well"]) writeFileSync(join(cwd, `patterns/${name}.md`), pattern(name, "Dig."));
    writeFileSync(join(cwd, "patterns/mole.md"), pattern("mole", "Digs in the dark."));
    writeFileSync(join(cwd, "book.yaml"), "docx: { packs: [{ name: all, with: both }] }\n");
  });

  function build(format: string, faults: readonly string[], ...more: string[]): Promise<Run> {
    return buildFrom("patterns", format, faults, ...more);
  }

  function buildFrom(source: string, format: string, faults: readonly string[], ...more: string[]): Promise<Run> {
    faulty.plant(...faults);
    // What has a limit of time runs in a thread of its own with one core too.
    const args = ["build", source, "--format", format, "--no-cache", "--jobs", "1", ...more];
    return program(args, { cwd, cli: faulty.cli });
  }

  function expectWords(text: string): void {
    expect(text).not.toMatch(/\n\s+at |fault of pattern-press/);
  }

  it.each(Object.entries(STAGES))(
    "in the steps of %s leaves each pattern out of all editions, by name",
    async (format, stages) => {
      const names = Object.keys(DIGGERS).slice(0, stages.length);
      mkdirSync(join(cwd, format));
      for (const name of ["garden", "well"]) writeFileSync(join(cwd, format, `${name}.md`), pattern(name, "Dig."));
      for (const name of names)
        writeFileSync(join(cwd, format, `${name}.md`), pattern(name, `${DIGGERS[name]} in the dark.`));
      const faults = stages.map((stage, at) => faultOf(stage, names[at] ?? ""));
      const { status, stdout, stderr } = await buildFrom(format, format, faults, "--keep-going");
      expectWords(stdout + stderr);
      expect(status).toBe(1);
      expect(stdout).toContain("Wrote 2 patterns");
      expect(stdout).toContain(`Left out ${stages.length} file`);
      const { excluded, patterns } = JSON.parse(readFileSync(join(cwd, "output/manifest.json"), "utf8"));
      expect(excluded).toHaveLength(stages.length);
      for (const [at, { what, edition }] of stages.entries()) {
        const told = new RegExp(`  ${format}/${names[at]}\\.md\n.*could not be set in ${edition} \\(planted`);
        expect(stdout, `while ${what}`).toMatch(told);
        const reason = expect.stringContaining(edition);
        expect(excluded).toContainEqual(expect.objectContaining({ source: `${names[at]}.md`, reason }));
      }
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
    const { status, stdout, stderr } = await build(format, [`${fault} endless`], "--keep-going", "--config", config);
    expectWords(stdout + stderr);
    expect(status).toBe(1);
    expect(stdout).toContain("Wrote 2 patterns");
    expect(stdout).toContain(`mole.md\n    a pattern that takes longer than 6 seconds to be set in ${edition}`);
  });

  it("in a diagram leaves its source as code, and the rest of the pattern as it is", async () => {
    writeFileSync(join(cwd, "patterns/drawn.md"), pattern("drawn", DIAGRAM));
    const { status, stdout, stderr } = await build("docx", ["diagrams/turn-or-shrink.js turnFlow Digger"]);
    rmSync(join(cwd, "patterns/drawn.md"));
    expectWords(stdout + stderr);
    expect(status).toBe(0);
    expect(stdout).toContain("Wrote 4 patterns");
    expect(stdout).toMatch(/drawn\.md:\d+:1\n\s+warning .*could not be drawn \(planted is not a function/);
  });

  it("while a file is read, or a library put together, leaves the file out", async () => {
    const faults = [
      "body/parse.js parseBody Digs",
      "names.js collectNamesInSteps Vole",
      "relations.js relateInSteps Hare",
    ];
    const source = join(cwd, "read");
    mkdirSync(source);
    for (const name of ["garden", "well"]) writeFileSync(join(source, `${name}.md`), pattern(name, "Dig."));
    for (const [name, verb] of Object.entries(DIGGERS))
      writeFileSync(join(source, `${name}.md`), pattern(name, `${verb}.`));
    const planted = faults.map((fault) => `library/${fault}`);
    const { status, stdout, stderr } = await buildFrom("read", "docx", planted, "--keep-going");
    expectWords(stdout + stderr);
    expect(status).toBe(1);
    expect(stdout).toContain("Wrote 2 patterns");
    expect(stdout).toContain("Left out 3 files");
    for (const name of Object.keys(DIGGERS)) {
      expect(stdout).toMatch(new RegExp(`  read/${name}\\.md\n.*could not be read \\(planted`));
    }
  });

  it("in a rule is told of the file, and nothing is left out for it", async () => {
    const { status, stdout, stderr } = await build(
      "docx",
      ["library/rules/hierarchy-has-no-cycle.js findCycles Mole"],
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
    const { status, stdout, stderr } = await build("docx", ["formats/docx/compose-handout.js composeHandout Digs"]);
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
