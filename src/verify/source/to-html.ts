import createParser, { type MarkdownIt, type Token } from "markdown-it";
import { keepUnknownTags } from "./elements.js";
import { readBlockFormula, readInlineFormula } from "./formulas.js";
import { readLiquidLink } from "./liquid-links.js";
import { markNotes, readNoteCall } from "./notes.js";
import { keepEveryCell } from "./rows.js";
import { readWikilink } from "./wikilinks.js";

/** The attribute that says at which line of the file a block begins. */
const LINE = "data-line";
/** The attribute that holds the label of a note that is called. */
const CALL = "data-call";
/** The attribute that holds a formula's TeX. */
const TEX = "data-tex";

/**
 * Markdown → HTML with the line of every block, by markdown-it: not by the parser that the program builds with, so that
 * what that one does not see is seen here.
 */
export function toHtml(markdown: string): string {
  return parser.render(markNotes(markdown.split("\n")).join("\n"));
}

const parser = openParser();

function openParser(): MarkdownIt {
  const parser = createParser({ html: true, linkify: false });
  // Where a link leads is looked at elsewhere.
  parser.validateLink = () => true;
  parser.inline.ruler.before("escape", "formula", readInlineFormula);
  parser.inline.ruler.before("link", "note_call", readNoteCall);
  parser.inline.ruler.before("link", "wikilink", readWikilink);
  parser.inline.ruler.before("link", "liquid_link", readLiquidLink);
  parser.block.ruler.before("fence", "formula", readBlockFormula, { alt: ["paragraph", "blockquote", "list"] });
  parser.core.ruler.after("block", "cells", keepEveryCell);
  parser.core.ruler.push("lines", ({ tokens }) => {
    for (const token of tokens) {
      // The words of a fence begin on the line below it.
      const below = token.type === "fence" ? 1 : 0;
      if (token.map && token.nesting >= 0) token.attrSet(LINE, String(token.map[0] + 1 + below));
    }
  });
  const { escapeHtml } = parser.utils;
  const { rules } = parser.renderer;
  const content = (tokens: readonly Token[], at: number): string => tokens[at]?.content ?? "";
  rules.html_inline = (tokens, at) => keepUnknownTags(content(tokens, at));
  rules.html_block = (tokens, at) =>
    `<!--line ${tokens[at]?.attrGet(LINE) ?? ""}-->${keepUnknownTags(content(tokens, at))}`;
  rules.note_call = (tokens, at) => `<span ${CALL}="${escapeHtml(content(tokens, at))}"></span>`;
  rules.formula = (tokens, at) =>
    `<span ${TEX}="${escapeHtml(content(tokens, at))}" ${LINE}="${tokens[at]?.attrGet(LINE) ?? ""}"></span>`;
  return parser;
}
