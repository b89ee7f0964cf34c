import { datesOf, writePacket } from "../../../print/xmp-packet.js";
import { inLanguages, property, sequence } from "../../../print/xmp-values.js";
import type { PressTask } from "./press-task.js";

const NAMESPACES = {
  pdfxid: "http://www.npes.org/pdfx/ns/id/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
};

/** The metadata of a press edition (ISO 16684-1), with what ISO 15930-7 asks: identity, dates, trapping, conformance. */
export function pressMetadata({
  title,
  creators,
  date,
  digest,
}: Pick<PressTask, "title" | "creators" | "date"> & { digest: string }): string {
  return writePacket(NAMESPACES, [
    property("dc:format", "application/pdf"),
    inLanguages("dc:title", [], title),
    // One text, as the information dictionary has it.
    ...(creators.length > 0 ? [sequence("dc:creator", [creators.join(", ")])] : []),
    ...datesOf(date),
    property("xmp:CreatorTool", "Pattern Press"),
    property("pdf:Producer", "Pattern Press"),
    property("pdf:Trapped", "False"),
    property("xmpMM:DocumentID", `uuid:${asUuid(digest)}`),
    property("xmpMM:VersionID", "1"),
    property("xmpMM:RenditionClass", "default"),
    property("pdfxid:GTS_PDFXVersion", "PDF/X-4"),
  ]);
}

/** RFC 9562, version 8: an identifier made of a digest. */
function asUuid(digest: string): string {
  const hex = `${digest.slice(0, 12)}8${digest.slice(13, 16)}8${digest.slice(17, 32)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
