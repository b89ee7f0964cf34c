import type { Element } from "hast";
import type { Block, ListMark } from "../model.js";
import { toBlocks, toParagraph } from "../paragraphs.js";
import { type Place, standIn } from "../place.js";
import type { Handle, State } from "../state.js";
import { DEEPEST_LIST, STEP } from "../styles/measures.js";
import type { ParagraphStyle } from "../styles/names.js";
import { hasClass } from "./class-name.js";

/** A list of either kind; each counts for itself, from its own start. */
export const list: Handle = (state, element, place) => {
  const ordered = element.tagName === "ol";
  const step = element.properties.reversed ? -1 : 1;
  const items = element.children.filter((child) => child.type === "element");
  const inner: Place = { ...standIn(place, STEP), style: "ListContinue", depth: place.depth + 1 };
  const level = Math.min(place.depth, DEEPEST_LIST);
  let next = Number(element.properties.start ?? (step < 0 ? items.length : 1));
  let mark: ListMark | undefined;
  let last = Number.NaN;
  return items.flatMap((item) => {
    // A list directly in a list is no item, but its words count.
    if (item.tagName !== "li") return toBlocks(state.one(item, inner), inner);
    const number = Number(item.properties.value ?? next);
    next = number + step;
    // Word only counts up by one: any other step begins a list that starts there.
    if (!mark || (ordered && number !== last + 1)) {
      mark = { kind: ordered ? "number" : "bullet", list: state.nextList(), level, start: ordered ? number : 1 };
    }
    last = number;
    return renderItem(state, item, inner, mark);
  });
};

function renderItem(state: State, item: Element, place: Place, mark: ListMark): Block[] {
  const blocks = toBlocks(state.one(item, place), place);
  const isTask = hasClass(item, "task-list-item");
  const [first, ...rest] = blocks;
  // An item that begins with something else than words still shows its number.
  const opensWithWords = first?.kind === "paragraph" && first.style === "ListContinue";
  const opening = opensWithWords ? first : toParagraph([], place);
  const style = styleOf(item, isTask, mark);
  return [{ ...opening, style, ...(isTask ? {} : { list: mark }) }, ...(opensWithWords ? rest : blocks)];
}

function styleOf(item: Element, isTask: boolean, { kind }: ListMark): ParagraphStyle {
  if (isTask) return "TaskItem";
  if (kind === "bullet") return "ListBullet";
  return item.properties.dataReference === undefined ? "ListNumber" : "Reference";
}
