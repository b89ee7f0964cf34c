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

/** `docProps/core.xml`. The docx package would date it by the clock and has no language. */
export function writeCoreProperties(properties: CoreProperties): string {
  const { title, creator, description, subject, keywords, language, date } = properties;
  const second = `${date.slice(0, 19)}Z`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
    ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    element("dc:title", title) +
    element("dc:subject", subject) +
    element("dc:creator", creator) +
    element("cp:keywords", keywords) +
    element("dc:description", description) +
    element("dc:language", language) +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${second}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${second}</dcterms:modified>` +
    `</cp:coreProperties>`
  );
}

function element(name: string, text: string): string {
  return text ? `<${name}>${escapeXml(text)}</${name}>` : "";
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Without what is no character of XML 1.0 (2.2). */
function escapeXml(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, "").replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? "");
}
