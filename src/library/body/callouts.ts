import type { Blockquote, Root } from "mdast";
import { visit } from "../../trees/visit.js";

/** GitHub's five kinds of alert. */
export const CALLOUT_KINDS = ["note", "tip", "important", "warning", "caution"];

/** `> [!NOTE] Words` → `blockquote.callout[data-kind=note]`, after GitHub's alerts. The rest of the line stays. */
export function markCallouts(tree: Root): void {
  visit(tree, "blockquote", (quote) => {
    const kind = takeMarker(quote);
    if (!kind) return;
    quote.data = { hProperties: { className: ["callout"], dataKind: kind } };
  });
}

function takeMarker(quote: Blockquote): string | undefined {
  const [paragraph] = quote.children;
  if (paragraph?.type !== "paragraph") return undefined;
  const [text] = paragraph.children;
  if (text?.type !== "text") return undefined;
  const match = /^\[!([A-Z]+)\][ \t]*\n?/.exec(text.value);
  const kind = match?.[1]?.toLowerCase();
  if (!match || !kind || !CALLOUT_KINDS.includes(kind)) return undefined;
  text.value = text.value.slice(match[0].length);
  splitTitle(quote, text.value);
  return kind;
}

/** A marker's own line is the callout's heading: it becomes a paragraph of its own. */
function splitTitle(quote: Blockquote, value: string): void {
  const [paragraph] = quote.children;
  if (paragraph?.type !== "paragraph") return;
  const [text, ...rest] = paragraph.children;
  const end = value.indexOf("\n");
  if (text?.type !== "text" || end <= 0) return;
  text.value = value.slice(0, end);
  paragraph.children = [text];
  quote.children.splice(1, 0, {
    type: "paragraph",
    children: [{ type: "text", value: value.slice(end + 1) }, ...rest],
  });
}
