import { type Locale, word } from "../../../page/locale.js";
import { CONTENTS, COVER_PAGE, IMPRINT, indexFile, TITLE_PAGE } from "../files.js";
import type { PartEntry } from "../outline.js";

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
}

export interface Navigation {
  points: NavigationPoint[];
  /** Levels of `points`. */
  depth: number;
  landmarks: Landmark[];
}

type Draft = Omit<NavigationPoint, "order" | "children"> & { children?: Draft[] };

/**
 * The contents, nested part → chapter → pattern, in reading order. A chapter has no page of its own: it leads to its
 * first pattern.
 */
export function navigate(parts: readonly PartEntry[], locale: Locale): Navigation {
  const drafts: Draft[] = [
    { label: word(locale, "title_page"), href: TITLE_PAGE },
    { label: word(locale, "imprint"), href: IMPRINT },
    ...parts.map(({ name, file, chapters }) => ({
      label: name,
      href: file,
      children: chapters.map((chapter) => ({
        label: chapter.name,
        href: chapter.entries[0]?.href ?? file,
        children: chapter.entries.map(({ number, title, href }) => ({ label: `${number} ${title}`, href })),
      })),
    })),
    { label: word(locale, "index"), href: indexFile(1) },
  ];
  return { points: count(drafts, new Map()), depth: 3, landmarks: landmarks(parts, locale) };
}

function count(drafts: readonly Draft[], orders: Map<string, number>): NavigationPoint[] {
  return drafts.map(({ label, href, children = [] }) => {
    const order = orders.get(href) ?? orders.size + 1;
    orders.set(href, order);
    return { label, href, order, children: count(children, orders) };
  });
}

function landmarks([first]: readonly PartEntry[], locale: Locale): Landmark[] {
  const landmark = (type: string, key: string, href: string): Landmark => ({ type, label: word(locale, key), href });
  return [
    landmark("cover", "cover", COVER_PAGE),
    landmark("titlepage", "title_page", TITLE_PAGE),
    landmark("copyright-page", "imprint", IMPRINT),
    landmark("toc", "contents", CONTENTS),
    ...(first ? [landmark("bodymatter", "start_of_text", first.file)] : []),
    landmark("index", "index", indexFile(1)),
  ];
}
