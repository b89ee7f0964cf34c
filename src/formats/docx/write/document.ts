import { Document, Packer } from "docx";
import type { Locale } from "../../../page/locale.js";
import type { Story } from "../model.js";
import type { PAPERS } from "../styles/measures.js";
import type { Typography } from "../styles/typography.js";
import { writeBlocks, writeParagraph } from "./blocks.js";
import { type CoreProperties, writeCoreProperties } from "./core-properties.js";
import { dateZip } from "./date-zip.js";
import { writeFontTable } from "./font-table.js";
import { beginNumbering, NUMBERING } from "./numbering.js";
import { framePage, type PageText } from "./page.js";
import { type Addresses, type LoadedPicture, openAddresses, type Press } from "./press.js";

export interface Manuscript {
  story: Story;
  pictures: ReadonlyMap<string, LoadedPicture>;
  paper: keyof typeof PAPERS;
  page: PageText;
  properties: CoreProperties;
  /** `word/styles.xml` of its language and paper. */
  styleSheet: string;
}

/** A handout's content → the bytes of a .docx: always the same ones. */
export async function writeDocument(manuscript: Manuscript, locale: Locale, type: Typography): Promise<Uint8Array> {
  const { story, pictures, paper, page, properties, styleSheet } = manuscript;
  let drawn = 0;
  const press: Press = { type, pictures, addresses: openAddresses(), nextPicture: () => ++drawn };
  const notesPress: Press = { ...press, addresses: openAddresses() };
  const document = new Document({
    styles: { importedStyles: [] },
    numbering: NUMBERING,
    sections: [{ ...framePage(paper, page, locale, type), children: writeBlocks(story.blocks, press) }],
    footnotes: Object.fromEntries(
      [...story.notes].map(([number, paragraphs]) => [
        number,
        { children: paragraphs.map((paragraph) => writeParagraph(paragraph, notesPress)) },
      ]),
    ),
  });
  beginNumbering(document);
  relate(document.Document, press.addresses);
  relate(document.FootNotes, notesPress.addresses);
  const packed = await Packer.toBuffer(document, false, [
    { path: "docProps/core.xml", data: writeCoreProperties(properties) },
    { path: "word/fontTable.xml", data: writeFontTable(type) },
    { path: "word/styles.xml", data: styleSheet },
  ]);
  dateZip(packed, new Date(properties.date));
  return packed;
}

const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** The docx package would give every link a random id and a relationship of its own. */
function relate(part: Document["Document"] | Document["FootNotes"], addresses: Addresses): void {
  for (const [href, id] of addresses.entries()) part.Relationships.addRelationship(id, HYPERLINK, href, "External");
}
