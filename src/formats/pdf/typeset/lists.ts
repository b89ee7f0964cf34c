import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { addClass, hasClass } from "../../../page/class-names.js";
import { widthOf } from "../../../page/letter-widths.js";
import { numberItems, numberTypeOf, writeNumber } from "../../../page/list-numbers.js";
import { visit } from "../../../trees/visit.js";

// Items of fewer letters, three lines or so, have holes where they are justified.
const SHORT = 200;
// As the style sheet has them, in points: the room before an item of a list, and of one in another; of a figure.
const ROOM = 18;
const NESTED_ROOM = 14;
const FIGURE = 5;
const EMS_OF_FIGURE = widthOf("0");
// What fits that room.
const MOST_FIGURES = 2;
const LISTS = new Set(["ul", "ol"]);

/**
 * Tells lists apart: `prose` where most items are as long as paragraphs, and numbers of three figures and more get the
 * room that they need: what stands out of the text block is cut off.
 */
export function markLists(tree: Root): void {
  visit(tree, "element", (list, _index, parent) => {
    if (!LISTS.has(list.tagName)) return;
    const items = list.children.filter((child): child is Element => child.type === "element" && child.tagName === "li");
    const long = items.filter((item) => lengthOf(item) > SHORT);
    if (long.length * 2 > items.length && !isOfNotes(parent)) addClass(list, "prose");
    const nested = parent?.type === "element" && parent.tagName === "li";
    if (list.tagName === "ol") makeRoom(list, nested ? NESTED_ROOM : ROOM);
  });
}

/** References and notes are ragged for their addresses. */
function isOfNotes(parent: Root | Element | undefined): boolean {
  return parent?.type === "element" && (parent.properties.dataRole === "references" || hasClass(parent, "footnotes"));
}

function makeRoom(list: Element, room: number): void {
  const marks = [...numberItems(list).values()].map((number) => writeNumber(number, numberTypeOf(list, number)));
  const figures = marks.reduce((most, mark) => Math.max(most, Math.ceil(widthOf(mark) / EMS_OF_FIGURE)), 0);
  if (figures <= MOST_FIGURES) return;
  const hang = room + FIGURE * (figures - MOST_FIGURES);
  list.properties.style = `--hang:${hang}pt;padding-inline-start:${hang}pt`;
}

/** Letters on paper of an item itself, without the lists in it. */
function lengthOf(item: Element): number {
  const own = item.children.filter((child) => child.type !== "element" || !LISTS.has(child.tagName));
  const text = own.map((child) => (child.type === "text" ? child.value : toText(child))).join("");
  return text.replaceAll("\u00ad", "").trim().length;
}
