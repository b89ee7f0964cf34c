import type { Element, Parents, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { SKIP, visit } from "../../trees/visit.js";

/** Brings single elements into the one shape that every format handles. */
export function normalizeElements(tree: Root): void {
  visit(tree, "element", (element, index, parent) => {
    normalizeElement(element);
    if (parent && index !== undefined && (isLonelyImage(element) || isBlockImage(element, parent))) {
      parent.children[index] = toFigure(element);
      return SKIP;
    }
    return undefined;
  });
}

function normalizeElement(element: Element): void {
  switch (element.tagName) {
    case "tr":
      scopeHeads(element);
      break;
    case "td":
    case "th":
      normalizeCell(element);
      break;
    case "input":
      toCheckMark(element);
      break;
    case "ol":
    case "ul":
      normalizeList(element);
      break;
    case "img":
      readSize(element);
      break;
    case "b":
      element.tagName = "strong";
      break;
    case "i":
      element.tagName = "em";
      break;
    default:
  }
}

/** A row of heads alone heads columns; one among cells heads its row (HTML Living Standard, 4.9.10). */
function scopeHeads(row: Element): void {
  const cells = row.children.filter((child) => child.type === "element");
  const scope = cells.every(({ tagName }) => tagName === "th") ? "col" : "row";
  for (const cell of cells) if (cell.tagName === "th") cell.properties.scope ??= scope;
}

function normalizeCell(cell: Element): void {
  const { align, ...properties } = cell.properties;
  cell.properties = properties;
  if (align === "center" || align === "right") properties.className = [`align-${align}`];
  // A header cell without words is no header (WCAG 2, H63).
  if (cell.tagName === "th" && toText(cell).trim() === "") {
    cell.tagName = "td";
    delete properties.scope;
  }
}

/** A list that counts down says from where, since it may be divided; one that does not count has no numbers. */
function normalizeList(list: Element): void {
  const items = list.children.filter((child): child is Element => child.type === "element" && child.tagName === "li");
  if (list.tagName === "ol" && list.properties.reversed) list.properties.start ??= items.length;
  if (list.tagName === "ul") for (const item of items) delete item.properties.value;
}

/** A check box cannot be ticked on paper: it becomes a sign. */
function toCheckMark(input: Element): void {
  const checked = Boolean(input.properties.checked);
  input.tagName = "span";
  input.properties = { className: ["check"], dataChecked: String(checked) };
  input.children = [{ type: "text", value: checked ? "☑" : "☐" }];
}

/** `![words|200](file)` and `|200x100` are Obsidian's ways to ask for a size, in CSS pixels. */
function readSize({ properties }: Element): void {
  const alt = String(properties.alt ?? "");
  const [asked, width, height] = /\|(\d{1,4})(?:x(\d{1,4}))?$/.exec(alt) ?? [];
  properties.alt = asked === undefined ? alt : alt.slice(0, -asked.length).trim();
  if (asked !== undefined) properties.width = Number(width);
  if (height !== undefined) properties.height = Number(height);
}

function isLonelyImage(element: Element): boolean {
  if (element.tagName !== "p") return false;
  const content = element.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [only] = content;
  return content.length === 1 && only?.type === "element" && only.tagName === "img";
}

/** In raw HTML a picture may stand between paragraphs. */
function isBlockImage(element: Element, parent: Parents): boolean {
  return (
    element.tagName === "img" && (parent.type === "root" || (parent.type === "element" && parent.tagName === "div"))
  );
}

function toFigure(element: Element): Element {
  const image = element.tagName === "img" ? element : element.children.find((child) => child.type === "element");
  if (image?.type !== "element") return element;
  normalizeElement(image);
  const { title, ...properties } = image.properties;
  const figure: Element = {
    type: "element",
    tagName: "figure",
    properties: { className: ["image"] },
    children: [{ ...image, properties }],
  };
  if (typeof title === "string" && title !== "") {
    figure.children.push({
      type: "element",
      tagName: "figcaption",
      properties: {},
      children: [{ type: "text", value: title }],
    });
  }
  return figure;
}
