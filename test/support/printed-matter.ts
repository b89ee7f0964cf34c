import { type PlacedText, placedTexts } from "./placed-text.js";
import { pageLines, pageTexts, pdfDestinations } from "./poppler.js";

/** Where the manifest says that a pattern is printed. */
export interface Entry {
  slug: string;
  number: number;
  title: string;
  print: { volume: number; page: number; label: string };
}

/** One volume as poppler sees it. */
export interface Volume {
  number: number;
  pages: string[];
  lines: string[];
  texts: PlacedText[];
  places: Map<string, number>;
  /** Pages before the first of the body. */
  front: number;
}

export async function openVolume(file: string, number: number): Promise<Volume> {
  const places = new Map((await pdfDestinations(file)).map(({ name, page }) => [name, page]));
  const openers = [...places].flatMap(([name, page]) => (name.includes("-part-") ? [page] : []));
  return {
    number,
    places,
    pages: await pageTexts(file),
    lines: await pageLines(file),
    texts: await placedTexts(file),
    front: Math.min(...openers) - 1,
  };
}

/** The last page before what begins next that has anything on it. */
export function lastPage({ places, pages }: Volume, entries: readonly Entry[], first: number): number {
  const slugs = new Set(entries.map(({ slug }) => slug));
  const openings = [...places].filter(([name]) => slugs.has(name) || /-part-\d+$|^matter--/.test(name));
  let last = Math.min(...openings.map(([, page]) => page).filter((page) => page > first)) - 1;
  while (last > first && pages[last - 1]?.trim() === "") last--;
  return last;
}

export function matter(name: string): string {
  return `matter--${name}`;
}

/** The lines of a section, those of the next left out. */
export function sectionLines({ lines, places }: Volume, from: string, to: string): string {
  const [first = 1, next = 1] = [places.get(matter(from)), places.get(matter(to))];
  return lines.slice(first - 1, next - 1).join(" ");
}

/** One line, quotes straight, without hyphens: poppler drops those at line ends, soft or hard. */
export function normal(text: string): string {
  return text
    .replace(/[\u00ad-]\n?/g, "")
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}
