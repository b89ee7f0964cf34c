import type { Element } from "hast";
import type { Inherited } from "../inherited.js";
import type { Inline, Paragraph } from "../model.js";
import { toParagraph } from "../paragraphs.js";

/** Lines to write on by hand, as many as `data-lines` says: one paragraph, each line a tab that draws it. */
export function writingLines({ properties: { dataLines } }: Element, inherited: Inherited): Paragraph[] {
  const count = Number(dataLines) || 1;
  const lines = Array.from({ length: count }, (_, at): Inline[] => [
    ...(at > 0 ? [{ kind: "break" } as const] : []),
    { kind: "tab" },
  ]);
  return [
    {
      ...toParagraph(lines.flat(), { ...inherited, style: "WritingLines" }),
      tabs: [{ at: inherited.indent + inherited.width, align: "right", leader: "dot" }],
    },
  ];
}
