import type { Element } from "hast";
import { type Inherited, standIn } from "../inherited.js";
import { type Content, type Inline, isBlock, type Paragraph } from "../model.js";
import { toParagraph } from "../paragraphs.js";
import type { Handle } from "../state.js";
import { INDENTS } from "../styles/measures.js";

/** A block of code: one paragraph, its lines parted by breaks, its spaces kept. It runs from left to right in any text. */
export const pre: Handle = (state, element, inherited) => {
  const inner: Inherited = { ...standIn(inherited, INDENTS.Code), style: "Code", rightToLeft: false };
  const content = state.all(codeIn(element) ?? element, inner);
  const line = content.filter((part): part is Inline => !isBlock(part)).flatMap(keepLines);
  while (isLineEnd(line.at(-1))) line.pop();
  const blocks: Content[] = content.filter(isBlock);
  if (line.length === 0) return blocks;
  const paragraph = toParagraph(line, inner);
  return [inherited.rightToLeft ? turnRound(paragraph, inherited) : paragraph, ...blocks];
};

/** What stands in from the right there, stands in from the left here. */
function turnRound(paragraph: Paragraph, { indent }: Inherited): Paragraph {
  const { bar: _, ...unbarred } = paragraph;
  return { ...unbarred, indent: INDENTS.Code, ...(indent > 0 ? { reach: -indent } : {}) };
}

function codeIn(element: Element): Element | undefined {
  const [only, ...rest] = element.children;
  return only?.type === "element" && only.tagName === "code" && rest.length === 0 ? only : undefined;
}

function keepLines(inline: Inline): Inline[] {
  if (inline.kind === "link") return [{ ...inline, children: inline.children.flatMap(keepLines) }];
  if (inline.kind !== "text") return [inline];
  return inline.value
    .replace(/\t/g, "    ")
    .split(/\r?\n/)
    .flatMap((value, at): Inline[] => [
      ...(at > 0 ? [{ kind: "break" } as const] : []),
      ...(value ? [{ ...inline, value, verbatim: true }] : []),
    ]);
}

function isLineEnd(inline: Inline | undefined): boolean {
  return inline?.kind === "break";
}
