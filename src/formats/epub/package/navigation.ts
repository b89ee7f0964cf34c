import { type Locale, word } from "../../../page/locale.js";
import { CONTENTS } from "../files.js";
import type { PartEntry } from "../outline.js";
import type { ListedPage } from "../pages/document.js";

/** A line of the contents. */
export interface NavigationPoint {
  label: string;
  href: string;
  /** From 1; points that lead to the same place have the same one (NCX 2005-1, `playOrder`). */
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

export interface Navigation {
  points: NavigationPoint[];
  /** Levels of `points`. */
  depth: number;
  landmarks: Landmark[];
}

/** What the contents list, in reading order. */
export interface Listed {
  /** Pages before the contents and after them, but before the first part. */
  front: readonly ListedPage[];
  guide: ListedPage;
  parts: readonly PartEntry[];
  back: readonly ListedPage[];
}

type Draft = Omit<NavigationPoint, "order" | "children"> & { children?: Draft[] };

/** The contents, nested part → chapter → pattern, and the landmarks. */
export function navigate({ front, guide, parts, back }: Listed, locale: Locale): Navigation {
  const drafts: Draft[] = [
    // Nobody looks for the cover in the contents.
    ...[...front, guide].filter(({ landmark }) => landmark !== "cover").map(toDraft),
    ...parts.map(({ name, file, chapters }) => ({
      label: name,
      href: file,
      children: chapters.map((chapter) => ({
        label: chapter.name,
        href: chapter.file,
        children: chapter.entries.map(({ number, title, href }) => ({ label: `${number} ${title}`, href })),
      })),
    })),
    // Of an index in many files the first is listed: it leads to the others.
    ...back.filter((page, at) => page.title !== back[at - 1]?.title).map(toDraft),
  ];
  const contents = { file: CONTENTS, title: word(locale, "contents"), landmark: "toc" };
  const [first] = parts;
  const body = first ? [{ file: first.file, title: word(locale, "start_of_text"), landmark: "bodymatter" }] : [];
  const landmarks = [...front, contents, guide, ...body, ...back].flatMap(toLandmark);
  return { points: count(drafts, new Map()), depth: 3, landmarks };
}

function toDraft({ title, file }: ListedPage): Draft {
  return { label: title, href: file };
}

function count(drafts: readonly Draft[], orders: Map<string, number>): NavigationPoint[] {
  return drafts.map(({ label, href, children = [] }) => {
    const order = orders.get(href) ?? orders.size + 1;
    orders.set(href, order);
    return { label, href, order, children: count(children, orders) };
  });
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
