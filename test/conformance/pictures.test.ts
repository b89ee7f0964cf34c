import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { checkEpub } from "../support/epubcheck.js";
import { judgeDocx } from "../support/open-xml-sdk.js";
import { pageTexts } from "../support/poppler.js";
import { program, type Run } from "../support/program.js";

const CASES = join(ROOT, "../shared/cases/pictures");

describe.skipIf(!existsSync(CASES))("every picture that went wrong once", () => {
  const folder = temporaryFolder();
  const library = join(folder, "library");
  let run: Run;
  let out: { artifacts: { path: string; edition: string }[]; patterns: number };

  beforeAll(async () => {
    mkdirSync(library);
    const names = readdirSync(CASES).sort();
    for (const name of names) copyFileSync(join(CASES, name), join(library, name));
    for (const name of names.filter((file) => extname(file) !== ".md")) {
      const slug = `shows-${basename(name).replace(/\W+/g, "-")}`;
      const front = `slug: ${slug}\ntitle: Shows ${name}\nlicense: CC-BY-4.0\n`;
      writeFileSync(
        join(library, `${slug}.md`),
        `---\n${front}---\n\n## Solution\n\nSee ![what ${name} shows](${name}).\n`,
      );
    }
    run = await program(["build", "library", "--out", "out", "--json", "--keep-going", "--no-cache"], { cwd: folder });
    out = JSON.parse(run.stdout);
  });

  it("is built into all four editions, with words for what is wrong", () => {
    expect(run.stderr).not.toMatch(/\n\s+at |fault of pattern-press/);
    expect([0, 1]).toContain(run.status);
    expect(new Set(out.artifacts.map(({ edition }) => edition))).toEqual(new Set(["pdf", "epub", "docx", "jsonld"]));
    expect(run.stdout).not.toMatch(/pattern-(?:can-be-set|is-set-in-time)/);
  });

  it("is in an e-book of which EPUBCheck says nothing", async () => {
    const [book] = out.artifacts.filter(({ path }) => path.endsWith(".epub"));
    const { messages } = await checkEpub(join(folder, "out", book?.path ?? ""));
    expect(messages.filter(({ severity }) => !["USAGE", "INFO", "SUPPRESSED"].includes(severity))).toEqual([]);
  });

  it("leaves its words in print where it cannot be shown", async () => {
    const print = (await pageTexts(join(folder, "out/book/patterns.pdf"))).join("\n");
    for (const name of ["zero.png", "trunc.jpg"]) expect(print.replace(/\s+/g, " ")).toContain(`[what ${name} shows]`);
  });

  it("is in Word files of which the Open XML SDK says nothing", async () => {
    const files = out.artifacts.map(({ path }) => path).filter((path) => path.endsWith(".docx"));
    expect(files.length).toBeGreaterThan(readdirSync(CASES).length);
    expect(await judgeDocx(files.map((path) => join(folder, "out", path)))).toEqual(new Map());
  });
});
