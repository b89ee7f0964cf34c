import { Document } from "docx";
import type { Section, Story } from "../model.js";
import { bind } from "./bind.js";
import { compile } from "./compile.js";
import { type CoreProperties, writeCoreProperties } from "./core-properties.js";
import type { House } from "./house.js";
import { beginNumbering, NUMBERING } from "./numbering.js";
import { type OpenMargin, writeSections } from "./page.js";
import { writeParagraph } from "./paragraph.js";
import type { Formats, PartContext } from "./part-context.js";
import { type LoadedPicture, openAddresses } from "./parts.js";

/** All that a document holds; lists, bookmarks and notes are numbered over the whole of it. */
export interface Manuscript {
  sections: readonly Section[];
  notes: Story["notes"];
  pictures: ReadonlyMap<string, LoadedPicture>;
  properties: CoreProperties;
}

/** A document's content → the bytes of a .docx: always the same ones. */
export function writeDocument(manuscript: Manuscript, house: House): Uint8Array {
  const { sections, notes, pictures, properties } = manuscript;
  const formats: Formats = new Map();
  let [drawn, controls] = [0, 0];
  const openPress = (): PartContext => ({
    type: house.type,
    pictures,
    formats,
    addresses: openAddresses(),
    nextPicture: () => ++drawn,
    nextControl: () => ++controls,
  });
  const part = openPress();
  const notesPress = openPress();
  const margins: Record<"header" | "footer", PartContext[]> = { header: [], footer: [] };
  const openMargin: OpenMargin = (kind) => {
    const opened = openPress();
    margins[kind].push(opened);
    return opened;
  };
  const document = new Document({
    styles: { importedStyles: [] },
    numbering: NUMBERING,
    sections: writeSections(sections, part, openMargin),
    footnotes: Object.fromEntries(
      [...notes].map(([number, paragraphs]) => [
        number,
        { children: paragraphs.map((paragraph) => writeParagraph(paragraph, notesPress)) },
      ]),
    ),
  });
  beginNumbering(document);
  relate(document.Document, part);
  relate(document.FootNotes, notesPress);
  for (const [at, part] of document.Headers.entries()) relate(part, margins.header[at]);
  for (const [at, part] of document.Footers.entries()) relate(part, margins.footer[at]);
  return bind(compile(document, house.numberings), house, writeCoreProperties(properties), new Date(properties.date));
}

const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** The docx package would give every link a random id and a relationship of its own. */
function relate(part: Pick<Document["Document"], "Relationships">, press: PartContext | undefined): void {
  for (const [href, id] of press?.addresses.entries() ?? [])
    part.Relationships.addRelationship(id, HYPERLINK, href, "External");
}
