import { word } from "../../../page/locale.js";
import type { Basis } from "../basis.js";

/** Another edition of the same build. */
export interface Edition {
  name: string;
  /** From the page. */
  href: string;
}

/** The editions that lie beside the dataset, as far as the same build made them: the first volume of the book, the e-book. */
export function listBeside({ setting: { places, library }, config: { book }, locale }: Basis): Edition[] {
  const [first] = library.patterns;
  const volumes = new Set([...places.print.values()].map(({ volume }) => volume));
  const lowest = Math.min(...volumes);
  // Of several e-books the place says which.
  const [, ebook = `epub/${book.slug}.epub`] = /^(epub\/[^#]+)#/.exec(places.epub.get(first?.id ?? "") ?? "") ?? [];
  const handout = first && places.handout.get(first.id);
  return [
    ...(volumes.size > 0
      ? [
          {
            name: word(locale, "dataset.page.book"),
            href: `../book/${book.slug}${lowest > 1 ? `-vol-${lowest}` : ""}.pdf`,
          },
        ]
      : []),
    ...(places.epub.size > 0 ? [{ name: word(locale, "dataset.page.ebook"), href: `../${ebook}` }] : []),
    ...(handout === undefined ? [] : [{ name: word(locale, "dataset.page.handout"), href: `../${handout}` }]),
  ];
}
