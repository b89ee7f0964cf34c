import type { Library, NumberedPattern } from "../../../library/pattern.js";
import { word } from "../../../page/locale.js";
import { openTerms } from "../../../page/matter/term-index/terms.js";
import { type LetterView, viewIndex } from "../../../page/matter/term-index/view.js";
import { indexFile, patternFile } from "../files.js";
import { type Desk, type Page, renderPage } from "./document.js";

// Older reading systems give up on files above 300 kB; what is looked up in small pieces opens at once.
const MOST_BYTES = 150_000;

interface Locator {
  number: number;
  href: string;
}

/** The entries under a letter, or some of them. */
type Letter = LetterView<Locator> & { id: string };

/**
 * The index of the printed book by numbers of patterns: titles, other names, domains, kinds, origins, people and
 * subjects. One page, or one for each letter when that would be too large; of a letter that is too large, several.
 */
export function indexPages(library: Library, desk: Desk, mostBytes = MOST_BYTES): Page[] {
  const locate = ({ number, slug }: NumberedPattern): Locator => ({ number, href: patternFile(slug) });
  const letters = viewIndex(library.patterns, openTerms(library, desk.locale), locate, desk.locale).map(
    (letter, at): Letter => ({ ...letter, id: `letter-${at + 1}` }),
  );
  const bytes = (page: Page | undefined): number => (page ? Buffer.byteLength(page.xhtml) : 0);
  const whole = renderIndex([letters], desk);
  if (bytes(whole[0]) <= mostBytes) return whole;
  // What the whole takes for an entry tells how many a page can hold; every page has the letters at its head.
  const entries = letters.reduce((sum, letter) => sum + letter.entries.length, 0);
  const most = Math.max(1, Math.floor((entries * mostBytes) / bytes(whole[0]) / 2));
  return renderIndex(
    letters.flatMap((letter) => divide(letter, most).map((some) => [some])),
    desk,
  );
}

function divide(letter: Letter, most: number): Letter[] {
  const count = Math.ceil(letter.entries.length / most);
  return Array.from({ length: count }, (_, at) => ({
    ...letter,
    entries: letter.entries.slice(at * most, (at + 1) * most),
  }));
}

/** @param files the letters that each file holds */
function renderIndex(files: readonly Letter[][], desk: Desk): Page[] {
  const title = word(desk.locale, "matter.titles.index");
  const jumps = new Map<string, { letter: string; href: string }>();
  for (const [at, letters] of files.entries()) {
    for (const { letter, id } of letters) {
      if (!jumps.has(id)) jumps.set(id, { letter, href: `${indexFile(at + 1)}#${id}` });
    }
  }
  return files.map((letters, at) => {
    const head = { file: indexFile(at + 1), title, matter: "backmatter" } as const;
    const isFirst = at === 0;
    const scope = { title, letters, jumps: [...jumps.values()], isFirst };
    return renderPage(isFirst ? { ...head, landmark: "index" } : head, "index", scope, desk);
  });
}
