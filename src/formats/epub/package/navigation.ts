import { present } from "../../../library/present.js";
import { type Locale, word } from "../../../page/locale.js";
import type { PartEntry } from "../outline.js";
import type { ListedPage } from "../pages/document.js";

/** A line of the contents. */
export interface NavigationPoint {
  label: string;
  href: string;
  /** Its place among all that is pointed at, in reading order, from 1 (NCX 2005-1, `playOrder`). */
  order: number;
  children: NavigationPoint[];
}

export interface Landmark {
  /** A term of EPUB Structural Semantics 1.1. */
  type: string;
  label: string;
  href: string;
  /** The same for EPUB 2 (OPF 2.0.1, 2.6); null where it has no such type. */
  guide: string | null;
}

/** A page of the printed book. */
export interface PagePoint {
  label: string;
  href: string;
  order: number;
  /** As EPUB 2 sorts pages: counted in roman numerals, by a number that stands once, or by one that came before. */
  type: "front" | "normal" | "special";
}

export interface Navigation {
  points: NavigationPoint[];
  /** Levels of `points`. */
  depth: number;
  landmarks: Landmark[];
  pages: PagePoint[];
}

export type Draft = Omit<NavigationPoint, "order" | "children"> & { children?: Draft[] };

/**
 * What the contents list, nested part → chapter → pattern, as far as the book has parts and chapters.
 * @param front pages before the first part
 * @param back pages after the last pattern
 */
export function draftContents(
  front: readonly ListedPage[],
  parts: readonly PartEntry[],
  back: readonly ListedPage[],
): Draft[] {
  return [
    // Nobody looks for the cover or the contents in the contents.
    ...firstFiles(front)
      .filter(({ landmark }) => landmark !== "cover" && landmark !== "toc")
      .map(toDraft),
    ...parts.flatMap((part) =>
      under(
        { name: part.heading, file: part.file },
        part.chapters.flatMap((chapter) =>
          under(
            chapter,
            chapter.entries.map(({ number, title, href }) => ({ label: `${number} ${title}`, href })),
          ),
        ),
      ),
    ),
    ...firstFiles(back).map(toDraft),
  ];
}

/** A part or a chapter with what is in it; that alone, where it has no name. */
function under({ name, file }: Pick<PartEntry, "name" | "file">, children: Draft[]): Draft[] {
  return name === null ? children : [{ label: name, href: file, children }];
}

/** Of a page in many files the first is listed: it leads to the others. */
function firstFiles(pages: readonly ListedPage[]): ListedPage[] {
  return pages.filter(({ title }, at) => title !== pages[at - 1]?.title);
}

/**
 * The contents, the landmarks and the pages of the printed book.
 * @param spine every page in reading order
 */
export function navigate(
  drafts: readonly Draft[],
  parts: readonly PartEntry[],
  spine: readonly ListedPage[],
  locale: Locale,
): Navigation {
  const orders = orderOf(drafts, spine);
  const start = startOf(parts);
  const numbers = new Set<string>();
  const pages = spine.flatMap(({ file, breaks }) =>
    breaks.map(({ id, label }): PagePoint => {
      const href = `${file}#${id}`;
      // A page of one of several volumes is no number: `3:250`.
      const type = /^[ivxlcdm]+$/.test(label) ? "front" : /\D/.test(label) || numbers.has(label) ? "special" : "normal";
      numbers.add(label);
      return { label, href, order: present(orders.get(href), "the order of", href), type };
    }),
  );
  const landmarks = spine.flatMap((page) => {
    const body = { file: page.file, title: word(locale, "start_of_text"), landmark: "bodymatter" };
    return page.file === start ? toLandmark(body) : toLandmark(page);
  });
  return { points: number(drafts, orders), depth: depthOf(drafts), landmarks, pages };
}

/** Where the text begins: at the first part, chapter or pattern that has a page. */
function startOf([part]: readonly PartEntry[]): string | undefined {
  const chapter = part?.chapters[0];
  return [part, chapter].find((entry) => entry && entry.name !== null)?.file ?? chapter?.entries[0]?.href;
}

function depthOf(drafts: readonly Draft[]): number {
  return drafts.length === 0 ? 0 : 1 + Math.max(...drafts.map(({ children = [] }) => depthOf(children)));
}

function toDraft({ title, file }: ListedPage): Draft {
  return { label: title, href: file };
}

function orderOf(drafts: readonly Draft[], spine: readonly ListedPage[]): Map<string, number> {
  const listed = new Set<string>();
  const list = ({ href, children = [] }: Draft): void => {
    listed.add(href);
    for (const child of children) list(child);
  };
  for (const draft of drafts) list(draft);
  const hrefs = spine.flatMap(({ file, breaks }) => [
    ...(listed.has(file) ? [file] : []),
    ...breaks.map(({ id }) => `${file}#${id}`),
  ]);
  return new Map(hrefs.map((href, at) => [href, at + 1]));
}

function number(drafts: readonly Draft[], orders: ReadonlyMap<string, number>): NavigationPoint[] {
  return drafts.map(({ label, href, children = [] }) => ({
    label,
    href,
    order: present(orders.get(href), "the order of", href),
    children: number(children, orders),
  }));
}

/** Types of EPUB 2 that differ from those of EPUB 3, or that it has too. */
const GUIDE: Readonly<Record<string, string>> = {
  cover: "cover",
  titlepage: "title-page",
  "copyright-page": "copyright-page",
  dedication: "dedication",
  toc: "toc",
  bodymatter: "text",
  index: "index",
  colophon: "colophon",
};

function toLandmark({ file, title, landmark }: Pick<ListedPage, "file" | "title" | "landmark">): Landmark[] {
  return landmark ? [{ type: landmark, label: title, href: file, guide: GUIDE[landmark] ?? null }] : [];
}
