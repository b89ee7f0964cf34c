import { hasClass } from "../../../page/class-names.js";
import { standIn } from "../inherited.js";
import { type Content, isBlock } from "../model.js";
import { toBlocks } from "../paragraphs.js";
import { isVisible } from "../spaces.js";
import type { Handle } from "../state.js";
import { INDENTS } from "../styles/measures.js";
import type { ParagraphStyle } from "../styles/names.js";
import { byClass } from "./class-name.js";
import { contentsEntry } from "./contents.js";
import { code, foot } from "./set-apart.js";
import { writingLines } from "./writing-lines.js";

/** The paragraphs of the templates that have a style of their own. */
const STYLES: Readonly<Record<string, ParagraphStyle>> = {
  number: "Number",
  aliases: "Aliases",
  summary: "Subtitle",
  "callout-label": "CalloutLabel",
  "callout-title": "CalloutTitle",
  "record-title": "RecordTitle",
  rights: "Rights",
  "card-number": "CardNumber",
  "card-meta": "CardMeta",
  "card-summary": "CardSummary",
  "card-relation": "CardRelation",
  "pack-kind": "PackKind",
  field: "Field",
};

export const p: Handle = (state, element, inherited) => {
  if (hasClass(element, "lines")) return writingLines(element, inherited);
  if (hasClass(element, "contents-entry")) return contentsEntry(state, element, inherited);
  if (hasClass(element, "card-code")) return code(state, element, inherited);
  if (hasClass(element, "card-foot")) return foot(state, element, inherited);
  const isEntry = element.properties.dataReference !== undefined;
  const style = isEntry ? "Reference" : (byClass(element, STYLES) ?? inherited.style);
  const content = state.all(element, inherited);
  // Nothing but bookmarks: they go to the next paragraph with words.
  if (!content.some((part) => isBlock(part) || isVisible(part))) {
    return content.filter(({ kind }) => kind === "bookmark");
  }
  if (!isEntry) return toBlocks(content, { ...inherited, style });
  return toBlocks(hangNumber(content), { ...standIn(inherited, INDENTS.Reference), style });
};

/** `[1] Title` → `[1]`, a tab, `Title`: the number hangs in the margin of the entry. */
function hangNumber(content: readonly Content[]): Content[] {
  const [first, ...rest] = content;
  const match = first?.kind === "text" ? /^\s*(\[\d+\])\s*/.exec(first.value) : null;
  if (first?.kind !== "text" || !match?.[1]) return [...content];
  const { value } = first;
  return [{ ...first, value: match[1] }, { kind: "tab" }, { ...first, value: value.slice(match[0].length) }, ...rest];
}
