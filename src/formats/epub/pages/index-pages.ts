import type { Library } from "../../../library/pattern.js";
import { word } from "../../../page/locale.js";
import { indexFile } from "../files.js";
import { alphabetize, type IndexLetter } from "./alphabet.js";
import { type Desk, type Page, renderPage } from "./document.js";

// Older reading systems give up on larger files.
const MOST_BYTES = 300_000;

/** The index by title and alias: one page, or one for each letter when that would be too large. */
export function indexPages(library: Library, desk: Desk, mostBytes = MOST_BYTES): Page[] {
  const letters = alphabetize(library, desk.locale.language);
  const [whole] = renderIndex([letters], desk);
  if (whole && Buffer.byteLength(whole.xhtml) <= mostBytes) return [whole];
  return renderIndex(
    letters.map((letter) => [letter]),
    desk,
  );
}

/** @param files the letters that each file holds */
function renderIndex(files: readonly IndexLetter[][], desk: Desk): Page[] {
  const title = word(desk.locale, "index");
  const jumps = files.flatMap((letters, at) =>
    letters.map(({ letter, id }) => ({ letter, href: `${indexFile(at + 1)}#${id}` })),
  );
  return files.map((letters, at) => {
    const head = { file: indexFile(at + 1), title, matter: "backmatter" } as const;
    return renderPage(head, "index", { letters, jumps }, desk);
  });
}
