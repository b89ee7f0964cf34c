import type { StateInline } from "markdown-it";

const WIKILINK = /^(!?)\[\[([^[\]|\n]+)(?:\\?\|([^[\]\n]*))?\]\]/;
// `![[picture.png|200]]` says how wide it is to be.
const SIZE = /^\d+(?:x\d+)?$/;

/**
 * `[[page#heading|words]]` is read by its words, `![[picture.png|words]]` as a picture. Where they lead is found elsewhere.
 * A rule for the parser of inline content.
 */
export function readWikilink(state: StateInline, silent: boolean): boolean {
  const match = WIKILINK.exec(state.src.slice(state.pos, state.posMax));
  if (!match) return false;
  const [whole, embeds, target = "", label] = match;
  if (!silent) {
    const words = label === undefined || SIZE.test(label) ? undefined : label;
    if (embeds !== "!") state.push("text", "", 0).content = words ?? target.replace(/#\^[\w-]+$/, "");
    else if (words !== undefined) state.push("text", "", 0).content = words;
  }
  state.pos += whole.length;
  return true;
}
