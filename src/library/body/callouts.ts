import type { Blockquote, Paragraph, PhrasingContent, Root } from "mdast";
import { visit } from "../../trees/visit.js";

/** What may name the kind of a callout: any words, since authors invent kinds of their own. */
export const CALLOUT_KIND = /^\p{L}[\p{L}\p{M}\p{N} _-]{0,39}$/u;

const GITHUB_KINDS = new Set(["note", "tip", "important", "warning", "caution"]);

// GitHub's `[!NOTE]`; Obsidian's `[!faq]- Title`, folded or (`+`) open, and `[!info|wide]`, with words for its own layout.
const MARKER = /^\[!([^\]|\n]+)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*/;

/**
 * `> [!NOTE] Title` → `blockquote.callout[data-kind=note]`; a kind that is none of GitHub's stays as written. The rest of the marker's line is the
 * callout's title, `p.callout-title`; on paper nothing folds, and the sign for it goes.
 */
export function markCallouts(tree: Root): void {
  visit(tree, "blockquote", (quote) => {
    const kind = takeMarker(quote);
    if (kind !== undefined) quote.data = { hProperties: { className: ["callout"], dataKind: kind } };
  });
}

function takeMarker(quote: Blockquote): string | undefined {
  const [paragraph] = quote.children;
  if (paragraph?.type !== "paragraph") return undefined;
  const [text] = paragraph.children;
  if (text?.type !== "text") return undefined;
  const match = MARKER.exec(text.value);
  const kind = match?.[1]?.trim().replace(/\s+/g, " ");
  if (!match || !kind || !CALLOUT_KIND.test(kind)) return undefined;
  text.value = text.value.slice(match[0].length);
  const [title, rest] = cutAtLineEnd(paragraph.children);
  const data = { hProperties: { className: ["callout-title"] } };
  const parts: Paragraph[] = [
    { ...paragraph, children: title, data },
    { ...paragraph, children: rest },
  ];
  quote.children.splice(0, 1, ...parts.filter(hasContent));
  return GITHUB_KINDS.has(kind.toLowerCase()) ? kind.toLowerCase() : kind;
}

/** The content of a paragraph's first line, and what follows it. */
function cutAtLineEnd(children: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const at = children.findIndex((child) => child.type === "break" || (child.type === "text" && /\n/.test(child.value)));
  const cut = children[at];
  if (!cut) return [[...children], []];
  if (cut.type !== "text") return [children.slice(0, at), children.slice(at + 1)];
  const end = cut.value.indexOf("\n");
  return [
    [...children.slice(0, at), { ...cut, value: cut.value.slice(0, end).trimEnd() }],
    [{ ...cut, value: cut.value.slice(end + 1) }, ...children.slice(at + 1)],
  ];
}

function hasContent({ children }: Paragraph): boolean {
  return children.some((child) => child.type !== "text" || child.value.trim() !== "");
}
