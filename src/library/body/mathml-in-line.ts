import type { Element, ElementContent } from "hast";

/** A formula in one line of text, as people type it: `x^2`, `(a + b)/c`, `√(2)`. */
export function inLine(node: ElementContent): string {
  return write(node).replace(/\s+/g, " ").trim();
}

function write(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  const parts = node.children.map(write);
  const [first = "", second = "", third = ""] = parts;
  switch (node.tagName) {
    case "mfrac":
      return `${group(first)}/${group(second)}`;
    case "msup":
    case "mover":
      return `${first}^${group(second)}`;
    case "msub":
    case "munder":
      return `${first}_${group(second)}`;
    case "msubsup":
    case "munderover":
      return `${first}_${group(second)}^${group(third)}`;
    case "mroot":
      return `√(${first}, ${second})`;
    case "msqrt":
      return `√(${parts.join("")})`;
    case "mtext":
    case "mspace":
    case "mtd":
      return ` ${parts.join("")} `;
    case "mtr":
      return `${parts.join("")};`;
    case "mo":
      return isRelation(node) ? ` ${parts.join("")} ` : parts.join("");
    default:
      return parts.join("");
  }
}

/** Operators that stand between two terms, not before one. */
function isRelation({ children: [sign] }: Element): boolean {
  return (
    sign?.type === "text" && /^[+=<>\u2190-\u21ff\u2208-\u220b\u2227-\u222a\u223c-\u22a5-]$/.test(sign.value.trim())
  );
}

function group(part: string): string {
  return [...part.trim()].length > 1 ? `(${part.trim()})` : part;
}
