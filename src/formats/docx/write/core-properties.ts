import { element, escapeXml } from "./xml.js";

/** What a document says of itself, Dublin Core (ECMA-376 part 2, 11). */
export interface CoreProperties {
  title: string;
  creator: string;
  description: string;
  subject: string;
  keywords: string;
  /** BCP 47. */
  language: string;
  /** ISO 8601. */
  date: string;
}

/** `docProps/core.xml`. */
export function writeCoreProperties(properties: CoreProperties): string {
  const { title, creator, description, subject, keywords, language, date } = properties;
  const second = `${date.slice(0, 19)}Z`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
    ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    property("dc:title", title) +
    property("dc:subject", subject) +
    property("dc:creator", creator) +
    property("cp:keywords", keywords) +
    property("dc:description", description) +
    property("dc:language", language) +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${second}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${second}</dcterms:modified>` +
    `</cp:coreProperties>`
  );
}

function property(name: string, text: string): string {
  return text ? element(name, {}, escapeXml(text)) : "";
}
