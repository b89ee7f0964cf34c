import type { CompileContext, Extension as FromMarkdown, Token } from "mdast-util-from-markdown";
import type { Code, Construct, Extension, State, TokenizeContext } from "micromark-util-types";
import { readWikilink } from "./wikilink.js";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    wikilink: "wikilink";
  }
}

const BANG = 33;
const OPENING = 91;
const CLOSING = 93;

/**
 * `[[Page]]` and `![[Page]]` in running text, as Obsidian and wikis have them, for micromark. What CommonMark reads as a link
 * or a picture stays one: `[[1]](address)`, and brackets round a reference that is defined.
 */
export function wikilinkSyntax(): Extension {
  const construct: Construct = { name: "wikilink", tokenize };
  return { text: { [BANG]: construct, [OPENING]: construct } };
}

/** The same for mdast: a link or an image without an address, what it names in `data`. */
export function wikilinkToMdast(): FromMarkdown {
  return { enter: { wikilink: enter }, exit: { wikilink: exit } };
}

function tokenize(this: TokenizeContext, effects: Parameters<Construct["tokenize"]>[0], ok: State, nok: State): State {
  const context = this;
  const closesAs: Construct = { tokenize: tokenizeSequel, partial: true };
  let length = 0;
  let token: ReturnType<typeof effects.enter>;
  return start;

  function start(code: Code): State | undefined {
    token = effects.enter("wikilink");
    if (code !== BANG) return opening(code);
    effects.consume(code);
    return opening;
  }

  function opening(code: Code): State | undefined {
    if (code !== OPENING) return nok(code);
    effects.consume(code);
    return secondOpening;
  }

  function secondOpening(code: Code): State | undefined {
    if (code !== OPENING) return nok(code);
    effects.consume(code);
    return content;
  }

  function content(code: Code): State | undefined {
    // Line ends are below 0; a bracket within is none of a name's.
    if (code === null || code < -2 || code === OPENING) return nok(code);
    if (code === CLOSING) return length === 0 ? nok(code) : closing(code);
    length++;
    effects.consume(code);
    return content;
  }

  function closing(code: Code): State | undefined {
    effects.consume(code);
    return secondClosing;
  }

  function secondClosing(code: Code): State | undefined {
    if (code !== CLOSING) return nok(code);
    effects.consume(code);
    return end;
  }

  function end(code: Code): State | undefined {
    effects.exit("wikilink");
    const written = context.sliceSerialize(token);
    const isReference = context.parser.defined.includes(toLabel(written.replace(/^!?\[\[|\]\]$/g, "")));
    if (isReference || !readWikilink(written)) return nok(code);
    return effects.check(closesAs, nok, ok)(code);
  }
}

/** Whether what follows makes a link of CommonMark of the brackets before it: `(address)`, or `[label]` that is defined. */
function tokenizeSequel(
  this: TokenizeContext,
  effects: Parameters<Construct["tokenize"]>[0],
  ok: State,
  nok: State,
): State {
  const context = this;
  let label: ReturnType<typeof effects.enter>;
  return start;

  function start(code: Code): State | undefined {
    label = effects.enter("data");
    if (code === 40) {
      effects.consume(code);
      return address;
    }
    if (code !== OPENING) return nok(code);
    effects.consume(code);
    return reference;
  }

  // Words in parentheses hold a space; an address does not, but before a title in quotation marks.
  function address(code: Code): State | undefined {
    if (code === 41) return ok(code);
    if (code === 60) return ok(code);
    if (code === null || code < -2) return nok(code);
    effects.consume(code);
    return code === -2 || code === -1 || code === 32 ? title : address;
  }

  function title(code: Code): State | undefined {
    return code === 34 || code === 39 || code === 40 ? ok(code) : nok(code);
  }

  function reference(code: Code): State | undefined {
    if (code === null || code === OPENING) return nok(code);
    if (code !== CLOSING) {
      effects.consume(code);
      return reference;
    }
    effects.exit("data");
    const isDefined = context.parser.defined.includes(toLabel(context.sliceSerialize(label).slice(1)));
    return isDefined ? ok(code) : nok(code);
  }
}

/** As micromark keeps the labels of definitions (CommonMark 0.31, 6.3). */
function toLabel(text: string): string {
  return text
    .replace(/[\t\n\r ]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}

function enter(this: CompileContext, token: Token): void {
  const link = readWikilink(this.sliceSerialize(token));
  if (!link) return;
  const { target, words, isPicture, width, height } = link;
  const data = { hProperties: { dataWikilink: target, ...(width ? { width } : {}), ...(height ? { height } : {}) } };
  if (isPicture) {
    this.enter({ type: "image", url: "", alt: words, data }, token);
    return;
  }
  const { start, end } = token;
  const position = { start: pointOf(start), end: pointOf(end) };
  this.enter({ type: "link", url: "", children: [{ type: "text", value: words, position }], data }, token);
}

function exit(this: CompileContext, token: Token): void {
  if (readWikilink(this.sliceSerialize(token))) this.exit(token);
}

function pointOf({ line, column, offset }: Token["start"]): { line: number; column: number; offset: number } {
  return { line, column, offset };
}
