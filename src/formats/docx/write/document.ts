import { Document, Packer } from "docx";
import type { Section, Story } from "../model.js";
import type { Typography } from "../styles/typography.js";
import { writeParagraph } from "./blocks.js";
import { type CoreProperties, writeCoreProperties } from "./core-properties.js";
import { dateZip } from "./date-zip.js";
import { writeFontTable } from "./font-table.js";
import { beginNumbering, NUMBERING } from "./numbering.js";
import { type OpenMargin, writeSections } from "./page.js";
import { type LoadedPicture, openAddresses, type Press } from "./press.js";

/** All that a document holds; lists, bookmarks and notes are numbered over the whole of it. */
export interface Manuscript {
  sections: readonly Section[];
  notes: Story["notes"];
  pictures: ReadonlyMap<string, LoadedPicture>;
  properties: CoreProperties;
  /** `word/styles.xml` of its language. */
  styleSheet: string;
}

/** A document's content → the bytes of a .docx: always the same ones. */
export async function writeDocument(manuscript: Manuscript, type: Typography): Promise<Uint8Array> {
  const { sections, notes, pictures, properties, styleSheet } = manuscript;
  let drawn = 0;
  const openPress = (): Press => ({ type, pictures, addresses: openAddresses(), nextPicture: () => ++drawn });
  const press = openPress();
  const notesPress = openPress();
  const margins: Record<"header" | "footer", Press[]> = { header: [], footer: [] };
  const openMargin: OpenMargin = (kind) => {
    const opened = openPress();
    margins[kind].push(opened);
    return opened;
  };
  const document = new Document({
    styles: { importedStyles: [] },
    numbering: NUMBERING,
    sections: writeSections(sections, press, openMargin),
    footnotes: Object.fromEntries(
      [...notes].map(([number, paragraphs]) => [
        number,
        { children: paragraphs.map((paragraph) => writeParagraph(paragraph, notesPress)) },
      ]),
    ),
  });
  beginNumbering(document);
  relate(document.Document, press);
  relate(document.FootNotes, notesPress);
  for (const [at, part] of document.Headers.entries()) relate(part, margins.header[at]);
  for (const [at, part] of document.Footers.entries()) relate(part, margins.footer[at]);
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
function relate(part: Pick<Document["Document"], "Relationships">, press: Press | undefined): void {
  for (const [href, id] of press?.addresses.entries() ?? [])
    part.Relationships.addRelationship(id, HYPERLINK, href, "External");
}
