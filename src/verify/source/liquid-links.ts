import type { StateInline } from "markdown-it";

// Jekyll or Hugo fills the address in: `{% link page.md %}`, `{% post_url 2026-01-01-page %}`, `{{ site.baseurl }}/page/`,
// `{{< ref "page.md" >}}`.
const LIQUID_LINK =
  /^\[([^[\]\n]+)\]\((?:\{%-?\s*(?:link|post_url)\b[^{}\n]*%\}|\{\{-?\s*(?:site\.(?:base)?url\b|["'])[^{}\n]*\}\}|\{\{[<%]\s*(?:rel)?ref\s[^{}\n]*[>%]\}\})[^\s(){}]*\)/;

/** `[words]({% link page.md %})` is read by its words: its address is no text. A rule for the parser of inline content. */
export function readLiquidLink(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b) return false;
  const match = LIQUID_LINK.exec(state.src.slice(state.pos, state.posMax));
  if (!match) return false;
  const [whole, words = ""] = match;
  if (!silent) state.push("text", "", 0).content = words;
  state.pos += whole.length;
  return true;
}
