import { hasClass } from "../../../page/class-names.js";
import { type Inherited, standIn } from "../inherited.js";
import type { Block, Content } from "../model.js";
import { toBlocks } from "../paragraphs.js";
import type { Handle, State } from "../state.js";
import { INDENTS } from "../styles/measures.js";
import { strip } from "./strip.js";
import { type TermGroup, termGroups } from "./term-groups.js";

/** A list of terms: the strip of an opening, the colophon of a record, or definitions in the text. */
export const definitions: Handle = (state, element, inherited) => {
  const entries = termGroups(element);
  if (hasClass(element, "meta")) return strip(state, entries, inherited);
  if (inherited.style === "Record") return runIn(state, entries, inherited);
  return entries.flatMap((entry) => define(state, entry, inherited));
};

/** One paragraph, as in a colophon: label and value, a dot, the next. */
function runIn(state: State, entries: readonly TermGroup[], inherited: Inherited): Block[] {
  const label: Inherited = { ...inherited, marks: { ...inherited.marks, style: "RecordLabel" } };
  const text = (value: string): Content => ({ kind: "text", value, marks: inherited.marks, verbatim: false });
  const content = entries.flatMap(({ terms, descriptions }, at) => [
    ...(at > 0 ? [text(" · ")] : []),
    ...terms.flatMap((term) => state.one(term, label)),
    text(" "),
    ...descriptions.flatMap((description) => state.one(description, inherited)),
  ]);
  return toBlocks(content, inherited);
}

function define(state: State, { terms, descriptions }: TermGroup, inherited: Inherited): Block[] {
  const heads: Inherited = { ...inherited, style: "Term" };
  const texts: Inherited = { ...standIn(inherited, INDENTS.Definition), style: "Definition" };
  return [
    ...terms.flatMap((term) => toBlocks(state.one(term, heads), heads)),
    ...descriptions.flatMap((description) => toBlocks(state.one(description, texts), texts)),
  ];
}
