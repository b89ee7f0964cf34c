import type { Element } from "hast";
import type { Inline, Paragraph } from "../model.js";
import { toParagraph } from "../paragraphs.js";
import type { Place } from "../place.js";

/** Lines to write on by hand, as many as `data-lines` says: one paragraph, each line a tab that draws it. */
export function writingLines({ properties: { dataLines } }: Element, place: Place): Paragraph[] {
  const count = Number(dataLines) || 1;
  const lines = Array.from({ length: count }, (_, at): Inline[] => [
    ...(at > 0 ? [{ kind: "break" } as const] : []),
    { kind: "tab" },
  ]);
  return [
    {
      ...toParagraph(lines.flat(), { ...place, style: "WritingLines" }),
      tabs: [{ at: place.indent + place.width, align: "right", leader: "dot" }],
    },
  ];
}
