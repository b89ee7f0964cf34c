import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { openEpub } from "../support/epub.js";
import { inProcess } from "../support/in-process.js";
import { pageTexts } from "../support/poppler.js";

const cwd = temporaryFolder();

/** Builds the starter library without its dates, printed and as an e-book; returns what the imprints say. */
async function build(out: string, env: Record<string, string>) {
  const args = ["build", "patterns", "--out", out, "--format", "pdf,epub", "--json", "--jobs", "1"];
  const { stdout } = await inProcess(args, { cwd, env });
  const printed = await pageTexts(join(cwd, out, "book/patterns.pdf"));
  const epub = await openEpub(join(cwd, out, "epub/patterns.epub"));
  const pages = epub.entries.filter((name) => name.endsWith(".xhtml")).map((name) => epub.text(name.slice(6)));
  const opf = epub.entries.find((name) => name.endsWith(".opf")) ?? expect.fail();
  return {
    findings: JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule),
    printed: printed.join("\n"),
    pages: pages.join("\n"),
    package: epub.text(opf.slice(6)),
  };
}

describe("an edition of which no date is known", () => {
  beforeAll(async () => {
    await mkdir(join(cwd, "patterns"));
    await writeFile(join(cwd, "book.yaml"), "pdf: { cover: false, press: false }\n");
    const source = join(ROOT, "starter/patterns");
    for (const name of await readdir(source)) {
      const text = await readFile(join(source, name), "utf8");
      await writeFile(join(cwd, "patterns", name), text.replace(/^(?:created|modified):.*\n/gm, ""));
    }
  });

  it("names none, neither in print nor in the e-book, and tells its maker", async () => {
    const { findings, printed, pages, package: opf } = await build("undated", { SOURCE_DATE_EPOCH: "" });
    expect(findings).toEqual(["edition-is-dated"]);
    expect(printed).not.toMatch(/1980|Date of this edition/);
    expect(printed).toMatch(/How to cite: Patterns\.\n/);
    expect(pages).not.toMatch(/1980|Date of this edition/);
    expect(opf).not.toContain("<dc:date>");
    expect(opf).toContain('<meta property="dcterms:modified">1980-01-01T00:00:00Z</meta>');
  });

  it("names that of SOURCE_DATE_EPOCH where there is one", async () => {
    const { findings, printed, pages, package: opf } = await build("dated", { SOURCE_DATE_EPOCH: "1750000000" });
    expect(findings).toEqual([]);
    expect(printed).toMatch(/How to cite: Patterns\. 2025\./);
    expect(printed).toContain("Date of this edition: June 15, 2025.");
    expect(pages).toContain('<time datetime="2025-06-15">June 15, 2025</time>');
    expect(opf).toContain("<dc:date>2025-06-15T15:06:40Z</dc:date>");
  });
});
