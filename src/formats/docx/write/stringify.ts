import type { IXmlableObject } from "docx";
import { escapeXml } from "./xml.js";

// Of our own: xml 1.0, which the docx package uses, takes twice as long and leaves the names in braces as they are, so that
// its packer looks for each in the whole text.

/** What lists and pictures are called in the document, by the name that the docx package keeps for them in braces. */
export type Names = ReadonlyMap<string, string>;

/**
 * What a component of the docx package gives of itself → XML. An element is an object with one key; `_attr` holds
 * attributes, an array what stands in it.
 */
export function stringify(element: IXmlableObject, names?: Names): string {
  for (const name in element) return writeElement(name, element[name], names);
  return "";
}

function writeElement(name: string, value: unknown, names: Names | undefined): string {
  if (!isObject(value)) return `<${name}>${escapeXml(String(value))}</${name}>`;
  if (!Array.isArray(value)) return `<${name}${writeAttributes(value._attr, names)}/>`;
  let attributes = "";
  let content = "";
  for (const child of value) {
    if (!isObject(child)) content += escapeXml(String(child));
    else if (child._attr === undefined) content += stringify(child, names);
    else attributes += writeAttributes(child._attr, names);
  }
  return `<${name}${attributes}>${content}</${name}>`;
}

function writeAttributes(attributes: unknown, names: Names | undefined): string {
  let written = "";
  if (!isObject(attributes)) return written;
  for (const key in attributes) written += ` ${key}="${escapeXml(nameOf(String(attributes[key]), names))}"`;
  return written;
}

const KEPT = /\{([^{}]+)\}/;

/** `{bullets-3}` → 7, `rId{x.png}` → `rIdPicture1`. */
function nameOf(value: string, names: Names | undefined): string {
  if (!names || !value.includes("{")) return value;
  return value.replace(KEPT, (kept, key: string) => names.get(key) ?? kept);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
