import { FUNCTIONS, PROPERTIES } from "./allowed.js";

/** What is known of a drawing while it is cleaned. */
export interface Cleaning {
  /** Ids as written → as they will be. */
  ids: ReadonlyMap<string, string>;
  /** What was taken out, in words. */
  removed: Set<string>;
}

// Letters, numbers and the signs of plain values. No escape, which could spell what is looked for; no colon and no at sign.
const VALUE = /^[\p{L}\p{N}\s#.,%+\-*/!_'"()]*$/u;
const SELECTOR = /^[\p{L}\p{N}\s#.,>+~*:()[\]='"^$|_-]*$/u;

/**
 * A value of a property, with its ids as they will be; undefined where it may load something, or cannot be told not to.
 * Every name before a bracket is looked at, in quotation marks too: nothing depends on where those end.
 */
export function cleanValue(value: string, { ids }: Cleaning): string | undefined {
  const plain = value.replace(
    /url\(\s*(["']?)#([^"'()\\\s]+)\1\s*\)/gi,
    (_, _quote, id: string) => `url(#${nameOf(id, ids)})`,
  );
  const even = ["'", '"'].every((quote) => plain.split(quote).length % 2 === 1);
  if (!VALUE.test(plain) || !even) return undefined;
  for (const [, name = ""] of plain.matchAll(/([\p{L}\p{N}_-]+)\s*\(/gu)) {
    if (!FUNCTIONS.has(name.toLowerCase())) return undefined;
  }
  return /url\((?!#[\w.-]+\))/i.test(plain) ? undefined : plain;
}

/** The name of an id in the cleaned drawing; an id that no element has is kept, and leads nowhere. */
export function nameOf(id: string, ids: ReadonlyMap<string, string>): string {
  return ids.get(id) ?? "none";
}

/** The declarations of a `style` attribute, or of a rule, that may stay. */
export function cleanDeclarations(text: string, cleaning: Cleaning): string {
  const kept: string[] = [];
  for (const declaration of withoutComments(text).split(";")) {
    const [, name = "", value = ""] = /^\s*([^:]*?)\s*:\s*([\s\S]*?)\s*$/.exec(declaration) ?? [];
    const clean = cleanValue(value, cleaning);
    if (clean === undefined) note(declaration, cleaning);
    else if (PROPERTIES.has(name.toLowerCase())) kept.push(`${name.toLowerCase()}:${clean}`);
  }
  return kept.join(";");
}

/** A style sheet: plain rules with plain values; what begins with @ is taken out. */
export function cleanStyleSheet(text: string, cleaning: Cleaning): string {
  const rules: string[] = [];
  let rest = withoutComments(text).replace(/<!--|-->/g, " ");
  for (rest = rest.trim(); rest !== ""; rest = rest.trim()) {
    const [whole, prelude = "", block] = nextRule(rest);
    rest = rest.slice(whole.length);
    if (prelude.startsWith("@") || block === undefined || !SELECTOR.test(prelude) || block.includes("{")) {
      note(prelude, cleaning);
      continue;
    }
    const declarations = cleanDeclarations(block, cleaning);
    const selector = prelude.replace(/#([\p{L}\p{N}_-]+)/gu, (_, id: string) => `#${nameOf(id, cleaning.ids)}`);
    if (declarations !== "") rules.push(`${selector.trim()}{${declarations}}`);
  }
  return rules.join("\n");
}

/** Up to the end of its block, or of its statement: the whole, what stands before the block, and what is in it. */
function nextRule(css: string): [whole: string, prelude: string, block?: string] {
  const start = css.search(/[{;]/);
  if (start < 0) return [css, css];
  if (css[start] === ";") return [css.slice(0, start + 1), css.slice(0, start)];
  let depth = 0;
  for (let at = start; at < css.length; at++) {
    if (css[at] === "{") depth++;
    else if (css[at] === "}" && --depth === 0) {
      return [css.slice(0, at + 1), css.slice(0, start), css.slice(start + 1, at)];
    }
  }
  return [css, css.slice(0, start)];
}

/** One that is not closed goes on to the end. */
function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ");
}

const LONGEST = 60;

function note(text: string, { removed }: Cleaning): void {
  const words = text.replace(/\s+/g, " ").trim();
  if (words !== "") removed.add(`the style ${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}`);
}
