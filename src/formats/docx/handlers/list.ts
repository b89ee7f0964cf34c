import { isUncalled } from "../../../library/body/footnotes.js";
import { hasClass } from "../../../page/class-names.js";
import type { Block, Inline, ListMark, Paragraph } from "../model.js";
import { toBlocks, toParagraph } from "../paragraphs.js";
import { type Place, standIn } from "../place.js";
import type { Handle } from "../state.js";
import { DEEPEST_LIST, STEP } from "../styles/measures.js";
import type { ParagraphStyle } from "../styles/names.js";

/** Where lists keep the style of the text around them, for they would be too large. */
const SMALL: ReadonlySet<ParagraphStyle> = new Set<ParagraphStyle>([
  "TableText",
  "TableHead",
  "FootnoteText",
  "CardText",
]);

// Word counts no further (its limit for `w:start`), and not below nothing.
const HIGHEST = 32_767;

/** A list of either kind; each counts for itself, from its own start. */
export const list: Handle = (state, element, place) => {
  const ordered = element.tagName === "ol";
  const step = element.properties.reversed ? -1 : 1;
  const items = element.children.filter((child) => child.type === "element");
  const style = SMALL.has(place.style) ? place.style : "ListContinue";
  const inner: Place = { ...standIn(place, STEP), style, depth: place.depth + 1 };
  const level = Math.min(place.depth, DEEPEST_LIST);
  let next = toNumber(element.properties.start) ?? (step < 0 ? items.length : 1);
  let last: number | undefined;
  let mark: ListMark | undefined;
  return items.flatMap((item) => {
    const blocks = toBlocks(state.one(item, inner), inner);
    // A list directly in a list is no item, but its words count.
    if (item.tagName !== "li") return blocks;
    if (hasClass(item, "task-list-item")) return openItem(blocks, inner, { style: "TaskItem" });
    if (isUncalled(item)) return openItem(blocks, inner, { style: "TaskItem" }, writeMark("*", place));
    if (!ordered) {
      mark ??= { kind: "bullet", list: state.nextList(), level, start: 1 };
      return openItem(blocks, inner, { style: "ListBullet", list: mark });
    }
    const number = toNumber(item.properties.value) ?? next;
    next = number + step;
    if (number < 0 || number > HIGHEST)
      return openItem(blocks, inner, { style: "TaskItem" }, writeMark(`${number}.`, place));
    // Word only counts up by one: any other step begins a list that starts there.
    if (!mark || last === undefined || number !== last + 1) {
      mark = { kind: "number", list: state.nextList(), level, start: number };
    }
    last = number;
    const isEntry = item.properties.dataReference !== undefined;
    return openItem(blocks, inner, { style: isEntry ? "Reference" : "ListNumber", list: mark });
  });
};

function toNumber(value: unknown): number | undefined {
  const number = value === undefined || value === null ? Number.NaN : Number(value);
  return Number.isInteger(number) ? number : undefined;
}

function writeMark(mark: string, { marks }: Place): Inline[] {
  return [{ kind: "text", value: mark, marks, verbatim: false }, { kind: "tab" }];
}

/** The blocks of an item, its first paragraph with the number or bullet. One that has none is made for it. */
function openItem(
  blocks: Block[],
  place: Place,
  { style, ...opening }: Pick<Paragraph, "style" | "list">,
  words: Inline[] = [],
): Block[] {
  const [first, ...rest] = blocks;
  const opensWithWords = first?.kind === "paragraph" && first.style === place.style && !first.list;
  const paragraph = opensWithWords ? first : toParagraph([], place);
  paragraph.children.unshift(...words);
  const own = SMALL.has(place.style) ? place.style : style;
  return [{ ...paragraph, ...opening, style: own }, ...(opensWithWords ? rest : blocks)];
}
