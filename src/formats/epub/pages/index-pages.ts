import type { Library } from "../../../library/library.js";
import { word } from "../../../page/locale.js";
import { citedId } from "../../../page/matter/term-index/cited.js";
import type { Place } from "../../../page/matter/term-index/entries.js";
import { type LetterView, viewIndex } from "../../../page/matter/term-index/index-view.js";
import { openTerms } from "../../../page/matter/term-index/terms.js";
import type { PrintedPage } from "../../locations.js";
import { indexFile, patternFile } from "../files.js";
import { type Desk, type Page, renderFiles } from "./document.js";

// Older reading systems give up on files above 300 kB; what is looked up in small pieces opens at once.
const MOST_BYTES = 150_000;

interface Locator {
  number: number;
  href: string;
}

/** The entries under a letter, or some of them. */
type Letter = LetterView<Locator> & { id: string };

/**
 * The index of the printed book by numbers of patterns: titles, other names, origins, people and subjects. One page, or one for each letter when that would be too large; of a letter that is too large, several.
 */
export function indexPages(
  library: Library,
  desk: Desk,
  printed?: readonly PrintedPage[],
  mostBytes = MOST_BYTES,
): Page[] {
  const locate = ({ pattern: { number, slug }, source }: Place): Locator => ({
    number,
    href: patternFile(number) + (source === undefined ? "" : `#${citedId(slug, source)}`),
  });
  const letters = viewIndex(library.patterns, openTerms(library, desk.locale), locate, desk.locale).map(
    (letter, at): Letter => ({ ...letter, id: `letter-${at + 1}` }),
  );
  const bytes = letters.flatMap(({ entries }) => entries).reduce((sum, entry) => sum + sizeOf(entry), 0);
  const files =
    bytes <= mostBytes ? [letters] : letters.flatMap((letter) => divide(letter, mostBytes).map((some) => [some]));
  return renderIndex(files, desk, printed);
}

/** About the bytes of an entry as XHTML. */
function sizeOf({ heading, see, locators, subentries }: Letter["entries"][number]): number {
  const link = ({ href }: Locator): number => href.length + 60;
  const own = Buffer.byteLength(heading + (see ?? "")) + 100;
  const links = locators.reduce((sum, locator) => sum + link(locator), own);
  return subentries.reduce((sum, sub) => sum + Buffer.byteLength(sub.heading) + 100 + link(sub.locator), links);
}

function divide(letter: Letter, mostBytes: number): Letter[] {
  const pieces: Letter[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const entry of letter.entries) {
    bytes += sizeOf(entry);
    if (bytes > mostBytes) {
      pieces.push({ ...letter, entries: [] });
      bytes = sizeOf(entry);
    }
    pieces.at(-1)?.entries.push(entry);
  }
  return pieces;
}

/** @param files the letters that each file holds */
function renderIndex(files: readonly Letter[][], desk: Desk, printed: readonly PrintedPage[] | undefined): Page[] {
  const title = word(desk.locale, "matter.titles.index");
  const jumps = new Map<string, { letter: string; href: string }>();
  for (const [at, letters] of files.entries()) {
    for (const { letter, id } of letters) {
      if (!jumps.has(id)) jumps.set(id, { letter, href: `${indexFile(at + 1)}#${id}` });
    }
  }
  const pages = files.map((letters, at) => {
    const isFirst = at === 0;
    const head = { file: indexFile(at + 1), title, matter: "backmatter" } as const;
    const scope = { title, letters, jumps: [...jumps.values()], isFirst };
    return { head: isFirst ? { ...head, landmark: "index" } : head, scope };
  });
  return renderFiles(pages, "index", printed, desk);
}
