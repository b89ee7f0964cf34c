import type { Inline, Paragraph } from "./model.js";

/**
 * Whether a paragraph only opens what follows, and would be lost alone at the foot of a page: it ends in a colon, or all of
 * it is bold, as a heading by somebody who knew none.
 */
export function isIntroduction({ style, children, list }: Paragraph): boolean {
  const texts = textsIn(children).filter(({ value }) => value.trim() !== "");
  if (/[:：]\s*$/.test(texts.at(-1)?.value ?? "")) return true;
  return style === "Normal" && !list && texts.length > 0 && texts.every(({ marks }) => marks.bold === true);
}

function textsIn(inlines: readonly Inline[]): Extract<Inline, { kind: "text" }>[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === "link") return textsIn(inline.children);
    return inline.kind === "text" ? [inline] : [];
  });
}
