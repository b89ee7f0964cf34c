import type { TextContent } from "pdfjs-dist/types/src/display/api.js";

/** Stands where a line ends in a hyphen that the layout put there. */
export const BROKEN = "\u00ad";

type Item = TextContent["items"][number];

/**
 * The text of a page by the ids of its marked content, lines parted by newlines. A hyphen of the layout is one in a span
 * of its own: what it stands for (ISO 32000-2, 14.9.4) is a soft hyphen.
 */
export function textByContent(items: readonly Item[]): Map<string, string> {
  const texts = new Map<string, string>();
  // The ids of the content under way, the innermost last; null for what has none.
  const open: (string | null)[] = [];
  for (const item of items) {
    if (!("str" in item)) {
      if (item.type === "endMarkedContent") open.pop();
      else open.push(item.id ?? null);
      continue;
    }
    const id = open.findLast((each) => each !== null);
    if (!id) continue;
    const isSpan = open.at(-1) === null;
    const text = isSpan && /^[-\u2010]$/.test(item.str) ? BROKEN : item.str;
    texts.set(id, `${texts.get(id) ?? ""}${text}${item.hasEOL ? "\n" : ""}`);
  }
  return texts;
}
