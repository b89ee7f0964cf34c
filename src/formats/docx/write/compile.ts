import { Document, type IContext, type IXmlableObject, type XmlComponent } from "docx";
import { keyOf } from "./numbering.js";
import type { Parts } from "./parts.js";
import type { Recent } from "./recent.js";
import { type Names, stringify } from "./stringify.js";

/** A part as the docx package has it: its content, and what that relates to. */
type Wrapper = IContext["viewWrapper"];

/** A part that its document makes anew, with what it relates to. */
interface Written {
  path: string;
  xml: IXmlableObject;
  relationships: Wrapper["Relationships"];
}

/**
 * The parts of a document that no other document has, as the docx package writes them: its packer would write those that
 * all have as well, each time, and zip them all, before the parts of our house are in their places.
 * @param numberings `word/numbering.xml` by its lists, those written lately
 */
export function compile(document: Document, numberings: Recent<string>): Parts {
  // The text asks for its lists and pictures while it is written: what they are called is known after.
  const written = writtenAnew(document);
  const pictures = document.Media.Entries.map(([key, { fileName }], at) => ({ key, fileName, id: `Picture${at + 1}` }));
  const lists = document.Numbering.ConcreteNumbering.map(
    ({ reference, instance, numId }) => [`${reference}-${instance}`, String(numId)] as const,
  );
  const names: Names = new Map([...lists, ...pictures.map(({ key, id }) => [key, id] as const)]);
  const parts = new Map<string, string | Uint8Array>();
  for (const { path, xml, relationships } of written) {
    const text = stringify(xml, names);
    for (const { fileName, id } of pictures) {
      if (text.includes(`"rId${id}"`)) relationships.addRelationship(id, IMAGE, `media/${fileName}`);
    }
    parts.set(path, DECLARATION + text);
    parts.set(relationsOf(path), writeComponent(relationships, document));
  }
  parts.set(
    "word/numbering.xml",
    numberings(keyOf(document), () => writeComponent(document.Numbering, document)),
  );
  parts.set("[Content_Types].xml", writeComponent(document.ContentTypes, document));
  for (const { fileName, data } of document.Media.Array) {
    parts.set(`word/media/${fileName}`, data instanceof ArrayBuffer ? new Uint8Array(data) : data);
  }
  return parts;
}

function writtenAnew(document: Document): Written[] {
  document.Document.Relationships.addRelationship("Fonts", FONT_TABLE, "fontTable.xml");
  const stories = [
    ["word/document.xml", document.Document],
    ["word/footnotes.xml", document.FootNotes],
    ...document.Headers.map((header, at) => [`word/header${at + 1}.xml`, header] as const),
    ...document.Footers.map((footer, at) => [`word/footer${at + 1}.xml`, footer] as const),
  ] as const;
  return stories.map(([path, wrapper]) => ({
    path,
    xml: format(wrapper.View, document, wrapper),
    relationships: wrapper.Relationships,
  }));
}

/** The parts that are the same in every document. */
export function writeFixedParts(): Record<string, string> {
  const document = new Document({ sections: [] });
  const { Endnotes: endnotes, FontTable: fonts } = document;
  const fixed: Record<string, XmlComponent> = {
    "_rels/.rels": document.FileRelationships,
    "docProps/app.xml": document.AppProperties,
    "docProps/custom.xml": document.CustomProperties,
    "word/endnotes.xml": endnotes.View,
    [relationsOf("word/endnotes.xml")]: endnotes.Relationships,
    [relationsOf("word/fontTable.xml")]: fonts.Relationships,
  };
  return Object.fromEntries(
    Object.entries(fixed).map(([path, component]) => [path, writeComponent(component, document)]),
  );
}

function writeComponent(component: XmlComponent, document: Document): string {
  return DECLARATION + stringify(format(component, document, document.Document));
}

function format(component: XmlComponent, file: Document, viewWrapper: Wrapper): IXmlableObject {
  return component.prepForXml({ file, viewWrapper, stack: [] }) ?? {};
}

/** `word/document.xml` → `word/_rels/document.xml.rels` (ECMA-376 part 2, 9.3.4). */
function relationsOf(path: string): string {
  return path.replace(/([^/]+)$/, "_rels/$1.rels");
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const IMAGE = `${RELATIONSHIPS}/image`;
const FONT_TABLE = `${RELATIONSHIPS}/fontTable`;
