import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/editions.js";
import { checkEpub } from "../support/epubcheck.js";
import { judgeDocx } from "../support/open-xml-sdk.js";
import { program, type Run } from "../support/program.js";
import { failedClauses } from "../support/verapdf.js";

const folder = temporaryFolder();
const patterns = join(folder, "patterns");

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

/** A kind each, of what would take minutes, or more memory than there is, somewhere on its way into four editions. */
const BOMBS: Readonly<Record<string, string>> = {
  "runs-of-marks": "*_".repeat(20_000),
  "open-elements": "<div>".repeat(15_000),
  quotations: `${">".repeat(20_000)} deep`,
  "one-word": "字".repeat(200_000),
  "straight-marks": "\"'".repeat(50_000),
  "directions-mixed": "aمb".repeat(30_000),
  "wide-cells": `<table>${'<tr><td colspan="1000" rowspan="65534">x</td></tr>'.repeat(300)}</table>`,
  "stairs-of-cells": `<table>${'<tr><td colspan="7" rowspan="90">x</td></tr>'.repeat(120)}</table>`,
  "wide-table": `|${"a b|".repeat(200)}\n|${"-|".repeat(200)}\n${`|${"c d|".repeat(200)}\n`.repeat(3)}`,
  "long-table": `|a|b|\n|-|-|\n${"|c|d|\n".repeat(8_000)}`,
  formulas: "$$\nx^2+\\sqrt{y}\n$$\n\n".repeat(3_000),
  "formula-of-itself": "$$\n\\def\\a{\\a\\a}\\a\n$$",
  "templates-in-templates": `\`\`\`js\n${"`${".repeat(5_000)}\n\`\`\``,
  "open-details": "<details><summary>a</summary>\n\n".repeat(3_000),
  diagram: `\`\`\`mermaid\ngraph TD\n${lines(2_000, (at) => `a${at}-->a${(at * at) % 97}`)}\n\`\`\``,
};

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">${inner}</svg>`;
const DRAWINGS: Readonly<Record<string, string>> = {
  "uses-of-uses": svg(
    `<defs><g id="a0"><rect width="1" height="1"/></g>${lines(30, (at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(10)}</g>`)}</defs><use href="#a30"/>`,
  ),
  "groups-in-groups": svg(`${"<g>".repeat(100_000)}<rect width="1" height="1"/>${"</g>".repeat(100_000)}`),
  "endless-path": svg(`<path d="M0 0${"L99 99 0 1 ".repeat(300_000)}" stroke="red" stroke-dasharray="0.001"/>`),
  "endless-style": svg(
    `<style>${"g>g>g:not(:not(:not(g))) rect{fill:red}".repeat(2_000)}</style>${"<g><g><g><rect width='1' height='1'/></g></g></g>".repeat(2_000)}`,
  ),
  "patterns-of-patterns": svg(
    `<defs>${lines(12, (at) => `<pattern id="p${at}" width="0.01" height="0.01"><rect width="100" height="100" fill="url(#p${at + 1})"/></pattern>`)}</defs><rect width="100" height="100" fill="url(#p0)"/>`,
  ),
};

const front = (name: string): string => `---\nslug: ${name}\ntitle: The ${name}\nlicense: CC-BY-4.0\n---\n\n`;

describe("texts and drawings that have no end", () => {
  let run: Run;
  let excluded: { source: string; reason: string }[];

  beforeAll(async () => {
    mkdirSync(patterns);
    for (const [name, text] of Object.entries(BOMBS)) writeFileSync(join(patterns, `${name}.md`), front(name) + text);
    for (const [name, drawing] of Object.entries(DRAWINGS)) {
      writeFileSync(join(patterns, `${name}.svg`), drawing);
      writeFileSync(join(patterns, `${name}.md`), `${front(name)}Words.\n\n![what it shows](${name}.svg)\n`);
    }
    // They name what will not be there.
    writeFileSync(
      join(patterns, "sound.md"),
      `${front("sound").replace("---\n\n", "related: [one-word, plain]\n---\n\n")}See [the word](one-word.md) and [plain](plain.md).\n`,
    );
    writeFileSync(join(patterns, "plain.md"), `${front("plain")}Words after [that](quotations.md).\n`);
    writeFileSync(join(folder, "book.yaml"), "limits: { seconds: 5 }\n");
    run = await program(["build", "patterns", "--out", "out", "--keep-going", "--no-cache"], { cwd: folder });
    excluded = JSON.parse(readFileSync(join(folder, "out/manifest.json"), "utf8")).excluded;
  });

  it("are built, or left out by name for what they are; the others are built", () => {
    expect(run.stdout + run.stderr).not.toMatch(/\n\s+at |fault of pattern-press|report it|call stack/);
    expect(run.status).toBe(1);
    for (const { source, reason } of excluded) {
      expect([...Object.keys(BOMBS), ...Object.keys(DRAWINGS)]).toContain(source.replace(/\.md$/, ""));
      expect(reason).toMatch(/longer than \d+ seconds|nested|more memory/);
    }
    // These are nested too deep. Which of the others take too long depends on the machine.
    const named = excluded.map(({ source }) => source);
    expect(named).toEqual(expect.arrayContaining(["open-elements.md", "quotations.md"]));
  });

  it("leave an e-book, Word files and a book behind in which other judges find nothing", async () => {
    const books = readdirSync(join(folder, "out/epub")).map((name) => join(folder, "out/epub", name));
    for (const book of books) {
      const { messages } = await checkEpub(book);
      expect(messages.filter(({ severity }) => !["USAGE", "INFO", "SUPPRESSED"].includes(severity))).toEqual([]);
    }
    const handouts = readdirSync(join(folder, "out/handouts"), { recursive: true, encoding: "utf8" });
    const files = handouts.filter((name) => name.endsWith(".docx")).map((name) => join(folder, "out/handouts", name));
    expect(files.length).toBeGreaterThan(1);
    expect(await judgeDocx(files)).toEqual(new Map());
    if (existsSync(join(folder, "out/book/patterns.pdf"))) {
      expect(await failedClauses(join(folder, "out/book/patterns.pdf"), "ua1")).toEqual([]);
    }
  });

  it("leave nothing that `verify` misses: what is in no edition is named", async () => {
    const { status, stdout } = await program(["verify", "out", "patterns", "--all"], { cwd: folder });
    expect(stdout).toContain("Nothing is lost");
    expect(stdout).toContain(`In no edition, as the build said: ${excluded.length} files`);
    for (const { source } of excluded) expect(stdout).toContain(`patterns/${source}`);
    expect(status).toBe(0);
  });
});
