import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeProblem } from "../../src/commands/problem.js";
import { UsageError } from "../../src/commands/usage-error.js";
import type { Finding, Severity } from "../../src/library/rules/rule.js";
import { TemplateError } from "../../src/page/template-files.js";
import { type BuiltOptions, formatBuilt } from "../../src/report/build-result.js";
import { coloursFor, PLAIN } from "../../src/report/colour.js";
import { formatAnnotations } from "../../src/report/github.js";
import { printableFinding, printableJson } from "../../src/report/printable.js";
import { formatFindings } from "../../src/report/text.js";
import { packError, unpackError } from "../../src/threads/thread-error.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

const OPTIONS = { folder: "patterns", colours: PLAIN, all: false };

describe("the report of a check", () => {
  it("folds what one rule finds more than four times in a file", () => {
    const text = formatFindings(findings(7, "links-exist"), OPTIONS);
    expect(text.match(/links-exist {2}found/g)).toHaveLength(3);
    expect(text).toContain("found 3; expected other … and 4 more like this");
    expect(formatFindings(findings(4, "links-exist"), OPTIONS).match(/links-exist {2}found/g)).toHaveLength(4);
    expect(formatFindings(findings(7, "links-exist"), { ...OPTIONS, all: true }).match(/found \d/g)).toHaveLength(7);
  });

  it("tells once what it finds in more than five files, but for errors", () => {
    const ofFiles = (severity: Severity): Finding[] =>
      findings(6, "title-is-present", severity).map((finding, at) => ({
        ...finding,
        found: `no title; the file begins with “${at}”`,
        file: `${at}.md`,
      }));
    const warned = formatFindings(ofFiles("warning"), OPTIONS);
    expect(warned).toContain("In many files, told once (check --all lists them all)\n  6  title-is-present  no title;");
    expect(warned).toContain("(first in patterns/0.md");
    expect(warned).toMatch(/How to fix it\n {2}title-is-present {2}6 /);
    expect(warned).not.toContain("patterns/1.md");
    expect(formatFindings(ofFiles("warning"), { ...OPTIONS, all: true })).toContain("patterns/5.md\n");
    expect(formatFindings(ofFiles("error"), OPTIONS)).toContain("patterns/5.md\n");
    expect(formatFindings(ofFiles("warning").slice(1), OPTIONS)).toContain("patterns/5.md\n");
  });

  it("counts notes and lists them when it is told to", () => {
    const notes = findings(2, "good-to-know", "info");
    expect(formatFindings(notes, OPTIONS)).toBe(
      "2 notes (check --all lists the notes). Nothing stands in the way of pattern-press build.",
    );
    expect(formatFindings(notes, { ...OPTIONS, all: true })).toContain("note     good-to-know  found 1");
  });

  it("breaks lines at the width of the terminal, under their column", () => {
    const [finding] = findings(1, "rule-is-kept");
    const long = { ...finding, found: "a text of many words ".repeat(6).trim() } as Finding; // one was asked for
    const lines = formatFindings([long], { ...OPTIONS, width: 80 }).split("\n");
    expect(lines.every((line) => line.length <= 80)).toBe(true);
    const column = lines[1]?.indexOf("a text") ?? 0;
    expect(lines[2]?.slice(0, column).trim()).toBe("");
    expect(lines[2]?.charAt(column)).not.toBe(" ");
  });

  it("breaks lines at columns, of which a Chinese character takes two", () => {
    const [finding] = findings(1, "rule-is-kept");
    const wide = { ...finding, found: "模式 语言 的 花园 ".repeat(8).trim() } as Finding; // one was asked for
    const lines = formatFindings([wide], { ...OPTIONS, width: 80 }).split("\n");
    const columns = (line: string): number => line.length + (line.match(/[\u4e00-\u9fff]/g)?.length ?? 0);
    expect(lines.filter((line) => columns(line) > 80)).toEqual([]);
    expect(lines.filter((line) => /模式/.test(line)).length).toBeGreaterThan(1);
  });

  it("puts files with errors last, where a terminal shows them", () => {
    const [error] = findings(1, "file-is-whole", "error");
    const list = [{ ...error, file: "a.md" } as Finding, ...findings(1, "rule-is-kept")]; // one was asked for
    const text = formatFindings(list, OPTIONS);
    expect(text.indexOf("patterns/a.md")).toBeGreaterThan(text.indexOf("patterns/file.md"));
  });
});

describe("annotations for GitHub", () => {
  it("escape what would end a property or a line", () => {
    const [finding] = findings(1, "rule-is-kept");
    const odd = { ...finding, file: "a,b:c%.md", found: "100%\nand more: a, b" } as Finding; // one was asked for
    expect(formatAnnotations([odd], "patterns")).toBe(
      "::warning file=patterns/a%2Cb%3Ac%25.md,line=1,col=2,title=rule-is-kept::" +
        "100%25%0Aand more: a, b; expected other%0ATo fix it: mend it",
    );
  });
});

it("annotations begin with the gravest, of which a step shows ten", () => {
  const all = [findings(1, "a-b", "info"), findings(1, "c-d", "warning"), findings(1, "e-f", "error")].flat();
  const kinds = formatAnnotations(all, "patterns")
    .split("\n")
    .map((line) => line.split(" ")[0]);
  expect(kinds).toEqual(["::error", "::warning", "::notice"]);
});

it("a text that is too long to read is cut between two characters", () => {
  // Of two units each: at whatever unit the cut falls, no half of one is left.
  for (const lead of ["", "x"]) {
    const [finding] = findings(1, "a-b").map((one) =>
      printableFinding({ ...one, found: `${lead}${"🌱".repeat(500)}${lead}` }),
    );
    expect(finding?.found.length).toBeLessThan(610);
    expect(finding?.found).toContain(" … ");
    expect(finding?.found).not.toMatch(/\p{Surrogate}/u);
  }
});

describe("a text that a terminal would obey", () => {
  const hostile = "\u001b[2Jgone\u009b31m\u0007\u202eback\u2066.md\u007f";
  const odd: Finding = {
    ...{ rule: "rule-is-kept", severity: "error", file: hostile, found: hostile, expected: hostile, mend: hostile },
    other: { file: hostile },
  };

  it.each([
    ["in the report", () => formatFindings([odd], OPTIONS)],
    ["in annotations", () => formatAnnotations([odd], "patterns")],
    ["in JSON", () => printableJson([odd])],
    ["in what ended a command", () => describeProblem(new UsageError(hostile)).message],
    ["in a fault of the program", () => describeProblem(new Error(hostile)).message],
  ])("%s is shown as its codes", (_, report) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(report()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(report()).toMatch(/gone/);
  });

  it("cannot make a line of its own", () => {
    const forged = { ...odd, file: "a.md\n0 errors", found: "x\r\ny" };
    expect(formatFindings([forged], OPTIONS)).not.toMatch(/^0 errors/m);
  });

  it("is the same text in JSON", () => {
    expect(JSON.parse(printableJson([odd]))).toEqual([odd]);
  });
});

describe("the ways to mend", () => {
  it("are told for each way of breaking a rule", () => {
    const [one, two, three] = findings(3, "rule-is-kept");
    const all = [one, two, { ...three, mend: "mend it otherwise" }].filter((finding) => finding !== undefined);
    const text = formatFindings(all as Finding[], OPTIONS); // three were asked for
    expect(text).toMatch(/rule-is-kept {2}2 {2}mend it\n {2}rule-is-kept {2}1 {2}mend it otherwise/);
  });
});

describe("colours", () => {
  const terminal = { isTTY: true, hasColors: () => true } as NodeJS.WriteStream; // all that is asked of it
  const pipe = { isTTY: false, hasColors: () => false } as NodeJS.WriteStream; // all that is asked of it

  it("are for terminals, unless the environment says otherwise", () => {
    expect(coloursFor(terminal, {}).bold("x")).toBe("\u001B[1mx\u001B[22m");
    expect(coloursFor(terminal, { NO_COLOR: "1" }).bold("x")).toBe("x");
    expect(coloursFor(pipe, {}).severity("error", "x")).toBe("x");
    expect(coloursFor(pipe, { FORCE_COLOR: "1" }).severity("error", "x")).toBe("\u001B[31mx\u001B[39m");
  });
});

describe("the last line of a build", async () => {
  const folder = temporaryFolder();
  const library = await readFolder(join(ROOT, "starter/patterns"), { store: folder });
  const written = { path: "epub/x.epub", mediaType: "application/epub+zip", bytes: 1, sha256: "", edition: "epub" };

  function lastLine(checked: Finding[], reported: Finding[], options: Partial<BuiltOptions> = {}): string {
    const result = { library, artifacts: [written], findings: [...checked, ...reported], reported, silenced: [] };
    const shown = { folder: "p", out: "out", colours: OPTIONS.colours, all: false, keepGoing: true };
    const text = formatBuilt(result, { ...shown, check: "pattern-press check p", ...options });
    return text.split("\n").at(-1) ?? "";
  }

  it("sends to check for what check finds, and for nothing else", () => {
    expect(lastLine([], findings(2, "x-y"))).toBe("2 warnings. Open out/epub/x.epub.");
    expect(lastLine(findings(1, "x-y"), [])).toBe(
      "1 warning. Run pattern-press check p to see them. Open out/epub/x.epub.",
    );
    expect(lastLine(findings(1, "x-y", "info"), findings(1, "x-y"))).toBe(
      "1 warning, 1 note. Run pattern-press check p --all to see those of the files. Open out/epub/x.epub.",
    );
  });

  it("lists what was written by folder, and names first what shows at once what was made", () => {
    const files = [
      ["book/x-cover.pdf", 999],
      ["book/x-press.pdf", 999_999],
      ["book/x-vol-2.pdf", 1],
      ["book/x.pdf", 1],
      ["dataset/index.html", 999],
      ["epub/x.epub", 2_500_000],
      ["sheets/x.docx", 1_400],
    ] as const;
    const built = (paths: readonly (readonly [string, number])[]): string[] => {
      const artifacts = paths.map(([path, bytes]) => ({ ...written, path, bytes }));
      const shown = { folder: "p", out: "out", colours: OPTIONS.colours, all: false, keepGoing: true, check: "check" };
      return formatBuilt({ library, artifacts, findings: [], reported: [], silenced: [] }, shown).split("\n");
    };
    expect(built(files).map((line) => line.trim().replace(/ +/g, " "))).toEqual([
      "Wrote 3 patterns",
      "out/book/ 4 files 1.0 MB",
      "out/dataset/index.html 999 B",
      "out/epub/x.epub 2.5 MB",
      "out/sheets/x.docx 1 kB",
      "",
      "Nothing to fix. Open out/book/x.pdf.",
    ]);
    expect(built(files.filter(([path]) => path !== "book/x.pdf")).at(-1)).toBe("Nothing to fix. Open out/epub/x.epub.");
    expect(built(files.slice(4, 5)).at(-1)).toBe("Nothing to fix. Open out/dataset/index.html.");
    expect(built(files.slice(6)).at(-1)).toBe("Nothing to fix. Open out/sheets/x.docx.");
  });

  it("says how to see what it does not show", () => {
    expect(lastLine([], findings(9, "x-y"))).toContain("Build with --all to see all that was found while building.");
    expect(lastLine([], findings(9, "x-y"), { all: true })).not.toContain("--all");
  });
});

describe("what ended a command", () => {
  it.each<[string, Error, number, RegExp]>([
    ["wrong usage", new UsageError("--jobs 0"), 2, /^--jobs 0\nRun pattern-press --help/],
    ["a template", new TemplateError("x.liquid, line:3"), 2, /line:3\nCorrect the template/],
    ["a full disk", Object.assign(new Error("write"), { code: "ENOSPC" }), 3, /The disk is full/],
    ["no right to write", Object.assign(new Error("EACCES: /x"), { code: "EACCES" }), 3, /Give yourself the right/],
    ["a fault of ours", new TypeError("x is not a function"), 3, /fault of pattern-press .*\nPlease report it/],
  ])("%s", (_, error, status, message) => {
    const problem = describeProblem(error);
    expect(problem.status).toBe(status);
    expect(problem.message).toMatch(message);
    expect(problem.message).not.toMatch(/\n\s+at /);
  });

  it("is the same when it comes out of a worker thread", () => {
    const errors = [
      new TemplateError("x.liquid, line:3"),
      Object.assign(new Error("write failed"), { code: "ENOSPC" }),
      new TypeError("x is not a function"),
    ];
    for (const error of errors) {
      expect(describeProblem(unpackError(structuredClone(packError(error)), { TemplateError }))).toEqual(
        describeProblem(error),
      );
    }
  });
});

function findings(count: number, rule: string, severity: Severity = "warning"): Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    rule,
    severity,
    file: "file.md",
    place: { line: index + 1, column: 2 },
    found: `found ${index + 1}`,
    expected: "other",
    mend: "mend it",
  }));
}
