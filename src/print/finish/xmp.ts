import type { Element } from "xast";
import { datesOf, writePacket } from "../xmp-packet.js";
import { bag, element, inLanguages, property, sequence } from "../xmp-values.js";
import type { Description } from "./task.js";
import { EXTENSION_SCHEMAS } from "./xmp-extensions.js";

const NAMESPACES = {
  xmpRights: "http://ns.adobe.com/xap/1.0/rights/",
  cc: "http://creativecommons.org/ns#",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  pdfaExtension: "http://www.aiim.org/pdfa/ns/extension/",
  pdfaSchema: "http://www.aiim.org/pdfa/ns/schema#",
  pdfaProperty: "http://www.aiim.org/pdfa/ns/property#",
};

export interface Tools {
  creatorTool: string;
  producer: string;
}

/** An XMP packet (ISO 16684-1) that claims PDF/A-3a and PDF/UA-1 and says under which licence the book is. */
export function writeXmp(book: Description, tools: Tools): string {
  return writePacket(NAMESPACES, [
    ...describeConformance(),
    ...describeWork(book),
    ...describeRights(book),
    ...describeFile(book, tools),
    EXTENSION_SCHEMAS,
  ]);
}

/** ISO 19005-3, 6.6.4; ISO 14289-1, clause 5. */
function describeConformance(): Element[] {
  return [property("pdfaid:part", "3"), property("pdfaid:conformance", "A"), property("pdfuaid:part", "1")];
}

/** Dublin Core, as XMP uses it (ISO 16684-1, 8.3). */
function describeWork(book: Description): Element[] {
  const { title, description, creators, subjects, publisher, language, isbn } = book;
  return [
    property("dc:format", "application/pdf"),
    inLanguages("dc:title", [language], title),
    ...(description ? [inLanguages("dc:description", [language], description)] : []),
    ...(creators.length > 0 ? [sequence("dc:creator", creators)] : []),
    ...(subjects.length > 0 ? [bag("dc:subject", subjects)] : []),
    ...(publisher ? [bag("dc:publisher", [publisher])] : []),
    bag("dc:language", [language]),
    ...(isbn ? [property("dc:identifier", `urn:isbn:${isbn.replace(/[^\dXx]/g, "")}`)] : []),
  ];
}

/** ISO 16684-1, 8.5; Creative Commons' own property names the licence for machines. */
function describeRights({ licence, attribution, language }: Description): Element[] {
  const terms = [attribution, licence?.name].filter((part) => part !== undefined).join(". ");
  return [
    ...(terms ? [inLanguages("dc:rights", [language], terms)] : []),
    ...(licence
      ? [
          property("xmpRights:Marked", "True"),
          property("xmpRights:WebStatement", licence.url),
          inLanguages("xmpRights:UsageTerms", [language], `${licence.name}, ${licence.url}`),
          element("cc:license", { "rdf:resource": licence.url }),
        ]
      : []),
  ];
}

function describeFile({ date, subjects }: Description, { creatorTool, producer }: Tools): Element[] {
  return [
    ...datesOf(date),
    property("xmp:CreatorTool", creatorTool),
    property("pdf:Producer", producer),
    ...(subjects.length > 0 ? [property("pdf:Keywords", subjects.join(" "))] : []),
  ];
}
