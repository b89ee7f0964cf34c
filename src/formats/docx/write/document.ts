import { Document, Packer } from "docx";
import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import type { Locale } from "../../../page/locale.js";
import type { Story } from "../model.js";
import { wordStyles } from "../styles/index.js";
import type { PAPERS } from "../styles/measures.js";
import type { Typography } from "../styles/typography.js";
import { writeBlocks, writeParagraph } from "./blocks.js";
import { type CoreProperties, writeCoreProperties } from "./core-properties.js";
import { writeFontTable } from "./font-table.js";
import { NUMBERING } from "./numbering.js";
import { framePage, type PageText } from "./page.js";
import { type Addresses, type LoadedPicture, openAddresses, type Press } from "./press.js";

export interface Manuscript {
  story: Story;
  pictures: ReadonlyMap<string, LoadedPicture>;
  paper: keyof typeof PAPERS;
  page: PageText;
  properties: CoreProperties;
}

/** A handout's content → the bytes of a .docx: always the same ones. */
export async function writeDocument(manuscript: Manuscript, locale: Locale, type: Typography): Promise<Uint8Array> {
  const { story, pictures, paper, page, properties } = manuscript;
  let drawn = 0;
  const press: Press = { type, pictures, addresses: openAddresses(), nextPicture: () => ++drawn };
  const notesPress: Press = { ...press, addresses: openAddresses() };
  const document = new Document({
    styles: wordStyles(type, properties.language, paper),
    numbering: NUMBERING,
    sections: [{ ...framePage(paper, page, locale, type), children: writeBlocks(story.blocks, press) }],
    footnotes: Object.fromEntries(
      [...story.notes].map(([number, paragraphs]) => [
        number,
        { children: paragraphs.map((paragraph) => writeParagraph(paragraph, notesPress)) },
      ]),
    ),
  });
  relate(document.Document, press.addresses);
  relate(document.FootNotes, notesPress.addresses);
  const packed = await Packer.toBuffer(document, false, [
    { path: "docProps/core.xml", data: writeCoreProperties(properties) },
    { path: "word/fontTable.xml", data: writeFontTable(type) },
  ]);
  return repack(packed, new Date(properties.date));
}

const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** The docx package would give every link a random id and a relationship of its own. */
function relate(part: Document["Document"] | Document["FootNotes"], addresses: Addresses): void {
  for (const [href, id] of addresses.entries()) part.Relationships.addRelationship(id, HYPERLINK, href, "External");
}

/** The package zipped anew: its files dated by the build and not by the clock, what they are first (OPC, 9.1.3). */
function repack(packed: Uint8Array, date: Date): Uint8Array {
  const parts = unzipSync(packed);
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const files: Zippable = {};
  for (const name of names) files[name] = parts[name] ?? strToU8("");
  // A zip file holds local times: the same in every time zone only when they are those of Greenwich.
  return zipSync(files, { mtime: new Date(date.getTime() + date.getTimezoneOffset() * 60_000), level: 6 });
}

function rank(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2;
}
