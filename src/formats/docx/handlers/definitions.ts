import { hasClass } from "../../../page/class-names.js";
import type { Block, Content } from "../model.js";
import { toBlocks } from "../paragraphs.js";
import { type Place, standIn } from "../place.js";
import type { Handle, State } from "../state.js";
import { INDENTS } from "../styles/measures.js";
import { type Entry, entriesOf } from "./entries.js";
import { strip } from "./strip.js";

/** A list of terms: the strip of an opening, the colophon of a record, or definitions in the text. */
export const definitions: Handle = (state, element, place) => {
  const entries = entriesOf(element);
  if (hasClass(element, "meta")) return strip(state, entries, place);
  if (place.style === "Record") return runIn(state, entries, place);
  return entries.flatMap((entry) => define(state, entry, place));
};

/** One paragraph, as in a colophon: label and value, a dot, the next. */
function runIn(state: State, entries: readonly Entry[], place: Place): Block[] {
  const label: Place = { ...place, marks: { ...place.marks, style: "RecordLabel" } };
  const text = (value: string): Content => ({ kind: "text", value, marks: place.marks, verbatim: false });
  const content = entries.flatMap(({ terms, descriptions }, at) => [
    ...(at > 0 ? [text(" · ")] : []),
    ...terms.flatMap((term) => state.one(term, label)),
    text(" "),
    ...descriptions.flatMap((description) => state.one(description, place)),
  ]);
  return toBlocks(content, place);
}

function define(state: State, { terms, descriptions }: Entry, place: Place): Block[] {
  const heads: Place = { ...place, style: "Term" };
  const texts: Place = { ...standIn(place, INDENTS.Definition ?? 0), style: "Definition" };
  return [
    ...terms.flatMap((term) => toBlocks(state.one(term, heads), heads)),
    ...descriptions.flatMap((description) => toBlocks(state.one(description, texts), texts)),
  ];
}
