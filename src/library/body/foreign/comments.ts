import type { Root } from "mdast";
import { visit } from "../../../trees/visit.js";
import { type Stretch, stretchAt } from "./stretch.js";

interface Syntax {
  opens: RegExp;
  /** If there is no closing sign, the opening sign is the whole comment. */
  closes?: RegExp;
  /** Whether one sign opens and closes it. */
  toggles?: boolean;
  /** Whether it is probably a comment even without a closing sign. */
  sure: boolean;
}

const TOGGLE = /(?<!\\)%%/g;

/** How other systems write what is not to be printed. Each beginning is tried at its place, in this order. */
const SYNTAXES: readonly Syntax[] = [
  // HTML, where Markdown does not see it: in a line of text, over blank lines, or without its end.
  { opens: /<!--/y, closes: /-->/g, sure: true },
  // Obsidian. After a letter or a figure it is a sign of per cent, or part of an address.
  { opens: /(?<![\w%/=&?])%%(?!%)/y, closes: TOGGLE, toggles: true, sure: true },
  { opens: /\{::comment(?:\s[^}]*)?\/\}/y, sure: true },
  { opens: /\{::comment(?:\s[^}]*)?\}/y, closes: /\{:\/(?:comment)?\}/g, sure: true },
  { opens: /\{%-?\s*comment\s*-?%\}/y, closes: /\{%-?\s*endcomment\s*-?%\}/g, sure: true },
  { opens: /\{%-?\s*#/y, closes: /%\}/g, sure: false },
  // Jinja, Twig, Nunjucks.
  { opens: /\{#(?=\s)/y, closes: /#\}/g, sure: false },
  // MDX.
  { opens: /\{\/\*/y, closes: /\*\/\s*\}/g, sure: true },
  // CriticMarkup.
  { opens: /\{>>/y, closes: /<<\}/g, sure: false },
];
// A comment further into the text than this is not looked for.
const MOST_INDENTED = 100;
const BLANK_LINE = /\n[ \t>]*\n/g;
const BEGINNING = /(?<!\\)(?:<!--|%%|\{(?:::comment|%|#|\/\*|>>))/g;

/** Where comments of HTML begin that nothing in all the text ends: Markdown takes the rest of the file for theirs. */
export function findOpenHtml(tree: Root, text: string): number[] {
  const found: number[] = [];
  const last = text.lastIndexOf("-->");
  visit(tree, "html", ({ position }) => {
    const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
    const begin = text.slice(0, end).indexOf("<!--", Math.max(start, last));
    if (begin >= 0) found.push(begin);
  });
  return found;
}

export interface Comments {
  comments: Stretch[];
  /** Where a comment begins that nothing ends. */
  open: number[];
  /**
   * Whether code begins inside the last comment and ends after it. If so, the rest has to be read again without the
   * comment.
   */
  stale: boolean;
}

/** Whether a text may hold comments; cheap. */
export function mayHoldComments(text: string): boolean {
  return ["<!--", "%%", "{::comment", "{%", "{#", "{/*", "{>>"].some((sign) => text.includes(sign));
}

/**
 * The comments of other systems outside `verbatim`; those of HTML only where Markdown takes them for text.
 * @param stops whether to stop at a comment that makes `verbatim` stale
 */
export function findComments(text: string, verbatim: readonly Stretch[], stops: boolean): Comments {
  const found: Comments = { comments: [], open: [], stale: false };
  const search: Search = {
    text,
    end: text.trimEnd().length,
    verbatim,
    endless: new Set(),
    paragraphEnd: 0,
    odd: hasOddToggle(text, verbatim),
  };
  const beginning = new RegExp(BEGINNING);
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    const start = match.index;
    const code = stretchAt(verbatim, start);
    if (code) {
      beginning.lastIndex = Math.max(code.end, beginning.lastIndex);
      continue;
    }
    const end = findEnd(search, start);
    if (end === undefined) continue;
    if (end === null) {
      found.open.push(start);
      continue;
    }
    found.comments.push({ start, end });
    const across = stretchAt(verbatim, end);
    if (stops && across && across.start < end) return { ...found, stale: true };
    beginning.lastIndex = end;
  }
  return found;
}

interface Search {
  text: string;
  /** Of its last word. */
  end: number;
  verbatim: readonly Stretch[];
  /**
   * Opening signs that have no end from some offset on. They are remembered, for texts that consist of many opening
   * signs.
   */
  endless: Set<Syntax>;
  /** The end of the paragraph that was looked at last. */
  paragraphEnd: number;
  /** Whether the signs in a paragraph cannot all be paired: their number is odd. */
  odd: boolean;
}

function hasOddToggle(text: string, verbatim: readonly Stretch[]): boolean {
  if (!text.includes("%%")) return false;
  return [...text.matchAll(TOGGLE)].filter(({ index }) => !stretchAt(verbatim, index)).length % 2 === 1;
}

/** Where the comment ends that begins here; undefined where none does, null where nothing ends it. */
function findEnd(search: Search, start: number): number | null | undefined {
  const { text, endless } = search;
  for (const syntax of SYNTAXES) {
    const { opens, closes, sure } = syntax;
    const open = matchAt(opens, text, start);
    if (!open) continue;
    const after = start + open[0].length;
    if (!closes) return after;
    const close = endless.has(syntax) ? undefined : findClose(closes, search, after);
    // The unpaired sign is more likely to stand inside a line than at its beginning.
    const astray =
      close && syntax.toggles && search.odd && close.index >= search.paragraphEnd && !opensLine(text, start);
    if (close && !astray) return close.index + close[0].length;
    if (astray) return null;
    endless.add(syntax);
    return sure ? null : undefined;
  }
  return undefined;
}

function opensLine(text: string, at: number): boolean {
  return /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, at - MOST_INDENTED), at));
}

/**
 * The sign that ends a comment: the first of its paragraph outside code, else in what a sign within the comment makes look
 * like code, else the first after it outside code.
 */
function findClose(closes: RegExp, search: Search, after: number): RegExpExecArray | undefined {
  const { text, verbatim } = search;
  if (after >= search.paragraphEnd) search.paragraphEnd = matchAt(BLANK_LINE, text, after)?.index ?? text.length;
  const closing = new RegExp(closes);
  closing.lastIndex = after;
  let inCode: RegExpExecArray | undefined;
  for (let close = closing.exec(text); close; close = closing.exec(text)) {
    if (inCode && close.index >= search.paragraphEnd) return inCode;
    const code = stretchAt(verbatim, close.index);
    if (!code) return close;
    // A fence that runs to the end of the text was opened within the comment.
    if (close.index < search.paragraphEnd || code.end >= search.end) inCode ??= close;
  }
  return inCode;
}

function matchAt(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  const at = new RegExp(pattern);
  at.lastIndex = from;
  return at.exec(text);
}
