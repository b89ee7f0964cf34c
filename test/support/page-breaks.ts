import { markupToText } from "./edition-texts.js";
import { dehyphenate, wordsOf } from "./words.js";

/** A mark of the e-book where a page of the printed book begins. */
export const MARK = /<span epub:type="pagebreak" role="doc-pagebreak" id="([^"]+)" aria-label="([^"]+)"><\/span>/;

/** The labels of the marks in a file, in order. */
export function markLabels(xhtml: string): string[] {
  return [...xhtml.matchAll(new RegExp(MARK, "g"))].map(([, , label = ""]) => label);
}

/** Where a pattern begins in the printed book. */
interface Printed {
  slug: string;
  print: { page: number };
}

/**
 * Holds the marks of a pattern in the e-book against the pages of the printed book: the words after a mark stand on its
 * page, and those that the block before it begins with do not.
 * @param pages the text of the volume's pages
 * @returns what is wrong, and how many marks could be judged: not those before a figure, or a word or two
 */
export function judgeMarks(
  { slug, print }: Printed,
  xhtml: string,
  pages: readonly string[],
): { checked: number; wrong: string[] } {
  const [, ...pieces] = xhtml.split(new RegExp(MARK.source.replaceAll("([", "(?:[")));
  const wrong: string[] = [];
  let checked = 0;
  for (const [at, after] of pieces.entries()) {
    const first = opening(after);
    if (at === 0 || !first || /^\s*<\/(p|li)>/.test(after)) continue;
    checked += 1;
    const page = printedWords(pages[print.page - 1 + at] ?? "");
    if (!page.includes(first)) wrong.push(`${slug}, page ${at + 1}: “${first}” does not stand on it`);
    const before = pieces[at - 1] ?? "";
    const last = before.includes("<p>") ? opening(before.slice(before.lastIndexOf("<p>")), LAST) : undefined;
    if (last && page.includes(last)) wrong.push(`${slug}, page ${at + 1}: “${last}” stands on it, and before its mark`);
  }
  return { checked, wrong };
}

/**
 * The first words of the first block, as one string; undefined where they are too few to be found again.
 * @param most how many
 */
function opening(markup: string, most = 6): string | undefined {
  // Labels that only a screen reader says are not printed.
  const printed = markup.replace(/<figure[\s\S]*?<\/figure>| aria-label="[^"]*"/g, "");
  const text = markupToText(`<body>${printed}`);
  const words = wordsOf(/\S.*/.exec(text)?.[0] ?? "").slice(0, most);
  return words.length > 1 ? words.join(" ") : undefined;
}

/** So many words at the beginning of two paragraphs are seldom the same. */
const LAST = 14;

/** The words of a printed page as one string. */
function printedWords(text: string): string {
  return wordsOf(dehyphenate(text)).join(" ");
}

// The running head and the folio come first; so many words they have at most.
const HEAD = 20;

/**
 * Tells of the marks within a file but its first that what follows them does not begin their page: the first three words,
 * figures aside, which lists have other ones of in print.
 * @param pageOf the text of the page of a label
 */
export function judgeOpenings(xhtml: string, pageOf: (label: string) => string): { checked: number; wrong: string[] } {
  const wrong: string[] = [];
  let checked = 0;
  for (const { 0: mark, 2: label = "", index } of [...xhtml.matchAll(new RegExp(MARK, "g"))].slice(1)) {
    const after = spelt(
      markupToText(
        `<body>${xhtml.slice(index + mark.length).replace(/<(?:figure|svg)[\s\S]*?<\/(?:figure|svg)>| aria-label="[^"]*"/g, "")}`,
      ),
    ).slice(0, 3);
    const page = spelt(dehyphenate(pageOf(label))).slice(0, HEAD + 3);
    checked += 1;
    if (!standInOrder(after, page)) {
      wrong.push(`${label}: “${after.join(" ")}” for “${page.join(" ")}”`);
    }
  }
  return { checked, wrong };
}

/** Poppler reads a running head, or a line of the next column, between words of one line. */
function standInOrder(words: readonly string[], page: readonly string[]): boolean {
  let from = 0;
  return words.every((word) => {
    from = page.indexOf(word, from) + 1;
    return from > 0;
  });
}

function spelt(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
