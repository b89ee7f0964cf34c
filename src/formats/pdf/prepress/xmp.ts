import type { PressTask } from "./press-task.js";

const NAMESPACES = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfxid: "http://www.npes.org/pdfx/ns/id/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
};

/** The metadata of a press edition (ISO 16684-1), with what ISO 15930-7 asks: identity, dates, trapping, conformance. */
export function pressMetadata({
  title,
  creators,
  date,
  digest,
}: Pick<PressTask, "title" | "creators" | "date"> & { digest: string }): string {
  const second = date.replace(/\.\d+Z$/, "Z");
  const namespaces = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const names = creators.join(", ");
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF ${namespaces.join(" ")}>
<rdf:Description rdf:about="">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
${names ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(names)}</rdf:li></rdf:Seq></dc:creator>` : ""}
<xmp:CreateDate>${second}</xmp:CreateDate>
<xmp:ModifyDate>${second}</xmp:ModifyDate>
<xmp:MetadataDate>${second}</xmp:MetadataDate>
<xmp:CreatorTool>Pattern Press</xmp:CreatorTool>
<pdf:Producer>Pattern Press</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:${asUuid(digest)}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** RFC 9562, version 8: an identifier made of a digest. */
function asUuid(digest: string): string {
  const hex = `${digest.slice(0, 12)}8${digest.slice(13, 16)}8${digest.slice(17, 32)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
