import type { Element } from "hast";
import { hasClass } from "../../../page/class-names.js";
import { widthOf } from "../../../page/letter-widths.js";
import { numberItems, numberTypeOf, writeNumber } from "../../../page/list-numbers.js";
import { type Inherited, standIn } from "../inherited.js";
import type { Block, Inline, ListMark, Paragraph } from "../model.js";
import { toBlocks, toParagraph } from "../paragraphs.js";
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
// After z HTML goes on with aa, ab, Word with aa, bb.
const HIGHEST_LETTER = 27;

// Of the text, in points, and the least space after a number, in twips.
const POINTS = 11;
const SPACE = 40;

/** A list of either kind; each counts for itself, from its own start. */
export const list: Handle = (state, element, inherited) => {
  const numbers = element.tagName === "ol" ? numberItems(element) : undefined;
  const room = numbers ? roomFor([...numbers.values()].map((number) => write(element, number))) : STEP;
  const style = SMALL.has(inherited.style) ? inherited.style : "ListContinue";
  const inner: Inherited = { ...standIn(inherited, room), style, depth: inherited.depth + 1 };
  const base = { level: Math.min(inherited.depth, DEEPEST_LIST), room };
  let mark: ListMark | undefined;
  let last: number | undefined;
  return element.children.flatMap((item) => {
    if (item.type !== "element") return [];
    const blocks = toBlocks(state.one(item, inner), inner);
    const isTask = hasClass(item, "task-list-item");
    const number = numbers?.get(item);
    // A list directly in a list is no item, but its words count.
    if (item.tagName !== "li") return blocks;
    if (number === undefined) {
      if (isTask) return openItem(blocks, inner, { style: "TaskItem" });
      mark ??= { ...base, kind: "bullet", list: state.nextList(), start: 1, type: "1" };
      return openItem(blocks, inner, { style: "ListBullet", list: mark });
    }
    const numbered = isTask ? blocks.map(bringBoxClose) : blocks;
    const type = numberTypeOf(element, number);
    if (number < 0 || number > (/a/i.test(type) ? HIGHEST_LETTER : HIGHEST)) {
      const words = [text(write(element, number), inherited), { kind: "tab" } as const];
      return openItem(numbered, inner, { style: "TaskItem", ...(room > STEP ? { hanging: room } : {}) }, words);
    }
    // Word only counts up by one: any other step begins a list that starts there.
    if (mark?.type !== type || last === undefined || number !== last + 1)
      mark = { ...base, kind: "number", list: state.nextList(), start: number, type };
    last = number;
    const isEntry = item.properties.dataReference !== undefined;
    return openItem(numbered, inner, { style: isEntry ? "Reference" : "ListNumber", list: mark });
  });
};

function write(list: Element, number: number): string {
  return `${writeNumber(number, numberTypeOf(list, number))}.`;
}

/** That of every list, or more where a number is wider. */
function roomFor(marks: readonly string[]): number {
  const widest = marks.reduce((most, mark) => Math.max(most, widthOf(mark)), 0);
  return Math.max(STEP, Math.ceil(widest * POINTS * 20) + SPACE);
}

function text(value: string, { marks }: Inherited): Inline {
  return { kind: "text", value, marks, verbatim: false };
}

/** The box of a task stands after its number as a word does, not at a tab stop of its own. */
function bringBoxClose(block: Block, at: number): Block {
  if (at > 0 || block.kind !== "paragraph") return block;
  const tab = block.children.findIndex(({ kind }) => kind === "tab");
  const box = block.children[tab - 1];
  if (box?.kind !== "text") return block;
  return { ...block, children: block.children.toSpliced(tab - 1, 2, { ...box, value: `${box.value}\u2002` }) };
}

/** The blocks of an item, its first paragraph with the number or bullet. One that has none is made for it. */
function openItem(
  blocks: Block[],
  inherited: Inherited,
  { style, ...opening }: Pick<Paragraph, "style" | "list" | "hanging">,
  words: Inline[] = [],
): Block[] {
  const [first, ...rest] = blocks;
  const opensWithWords = first?.kind === "paragraph" && first.style === inherited.style && !first.list;
  const paragraph = opensWithWords ? first : toParagraph([], inherited);
  paragraph.children.unshift(...words);
  const own = SMALL.has(inherited.style) ? inherited.style : style;
  return [{ ...paragraph, ...opening, style: own }, ...(opensWithWords ? rest : blocks)];
}
