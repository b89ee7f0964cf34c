type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element as text. An attribute that is undefined is left out; children are XML already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const content = children.join("");
  return content === ""
    ? `<${name}${writeAttributes(attributes)}/>`
    : `<${name}${writeAttributes(attributes)}>${content}</${name}>`;
}

/** An element with a `w:val`, or nothing where there is no value. */
export function valued(name: string, value: string | number | undefined): string {
  return value === undefined ? "" : `<${name} w:val="${escapeXml(String(value))}"/>`;
}

/** An element that is there or not. */
export function flag(name: string, isOn: boolean | undefined): string {
  return isOn ? `<${name}/>` : "";
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A part of a package. */
export function xmlPart(name: string, attributes: Attributes, ...children: string[]): string {
  return DECLARATION + element(name, attributes, ...children);
}

function writeAttributes(attributes: Attributes): string {
  let written = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) written += ` ${name}="${typeof value === "number" ? value : escapeXml(value)}"`;
  }
  return written;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// What is no character of XML 1.0 (2.2): controls, halves of pairs, two that stand for none.
const NO_CHARACTER = /(?![\t\n\r\u0080-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

// Most text has none of either: to find that out costs a third of replacing nothing twice. A few that may stay are in it too.
const SPECIAL = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** Text for an element or an attribute, without what is no character of XML. */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(NO_CHARACTER, "").replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? "");
}
