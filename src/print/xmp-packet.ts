import type { Element, Root } from "xast";
import { toXml } from "xast-util-to-xml";
import { element, property } from "./xmp-values.js";

const NAMESPACES = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  xmp: "http://ns.adobe.com/xap/1.0/",
};

/**
 * Properties → an XMP packet (ISO 16684-1, 7.3).
 * @param namespaces by prefix, of the properties that are not of Dublin Core, XMP or PDF
 */
export function writePacket(namespaces: Readonly<Record<string, string>>, properties: readonly Element[]): string {
  const declared = Object.entries({ ...NAMESPACES, ...namespaces }).map(([prefix, uri]) => [`xmlns:${prefix}`, uri]);
  const description = element("rdf:Description", { "rdf:about": "" }, [...properties]);
  const rdf = element("rdf:RDF", Object.fromEntries(declared), [description]);
  const packet: Root = {
    type: "root",
    children: [
      { type: "instruction", name: "xpacket", value: 'begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"' },
      element("x:xmpmeta", { "xmlns:x": "adobe:ns:meta/" }, [rdf]),
      { type: "instruction", name: "xpacket", value: 'end="r"' },
    ],
  };
  return toXml(packet);
}

/**
 * When a file was made, changed and described: all at once.
 * @param date ISO 8601
 */
export function datesOf(date: string): Element[] {
  const second = date.replace(/\.\d+Z$/, "Z");
  return ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"].map((name) => property(name, second));
}
