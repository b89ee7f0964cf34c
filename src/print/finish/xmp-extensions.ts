import type { Element } from "xast";
import { element, property } from "../xmp-values.js";

interface Schema {
  name: string;
  prefix: string;
  namespace: string;
  properties: readonly { name: string; type: string; description: string }[];
}

/** Schemas that PDF/A does not know and the packet uses. */
const SCHEMAS: readonly Schema[] = [
  {
    name: "PDF/UA identification schema",
    prefix: "pdfuaid",
    namespace: "http://www.aiim.org/pdfua/ns/id/",
    properties: [{ name: "part", type: "Integer", description: "Part of ISO 14289 that the file conforms to" }],
  },
  {
    name: "Creative Commons rights expression language",
    prefix: "cc",
    namespace: "http://creativecommons.org/ns#",
    properties: [{ name: "license", type: "URI", description: "Address of the licence" }],
  },
];

/** ISO 19005-3, 6.6.2.3: a file says itself what the properties mean that the standard does not name. */
export const EXTENSION_SCHEMAS: Element = element("pdfaExtension:schemas", {}, [
  element("rdf:Bag", {}, SCHEMAS.map(describeSchema)),
]);

function describeSchema({ name, prefix, namespace, properties }: Schema): Element {
  return resource([
    property("pdfaSchema:schema", name),
    property("pdfaSchema:namespaceURI", namespace),
    property("pdfaSchema:prefix", prefix),
    element("pdfaSchema:property", {}, [
      element(
        "rdf:Seq",
        {},
        properties.map((defined) =>
          resource([
            property("pdfaProperty:name", defined.name),
            property("pdfaProperty:valueType", defined.type),
            property("pdfaProperty:category", "external"),
            property("pdfaProperty:description", defined.description),
          ]),
        ),
      ),
    ]),
  ]);
}

function resource(properties: Element[]): Element {
  return element("rdf:li", { "rdf:parseType": "Resource" }, properties);
}
