import { unmarked } from "../../../page/languages/marks.js";
import { word } from "../../../page/locale.js";
import { numberRanges } from "../../../page/matter/number-ranges.js";
import type { Layout, VolumePlan } from "../paging/plan.js";
import type { Press } from "../press.js";
import { columnOf, linesAgain, measureOf } from "./lines-again.js";
import { type ListedPart, listParts } from "./listing.js";

/** A name that is said again where a page or a column begins within its list. */
interface Again {
  text: string;
  /** Lines that it takes with what says that it is continued. */
  lines: number;
}

/** A part as contents show it. */
interface ContentsPart extends Omit<ListedPart, "chapters"> {
  again: Again | null;
  chapters: (ListedPart["chapters"][number] & { again: Again | null })[];
}

interface Columns {
  /** In points, of a part's name and of a chapter's. */
  widths: { part: number; chapter: number };
  /** The volume, where the list is of several. */
  volume?: VolumePlan;
}

// Of the style sheet: the column of the chapters' names and the gap behind it.
const NAMES = 78;

/** The parts of a volume in its own contents. */
export function viewContents(press: Press, layout: Layout, volume: VolumePlan): ContentsPart[] {
  const measure = measureOf(press.geometry);
  const columns = { widths: { part: measure, chapter: measure - NAMES } };
  return listParts(press, layout, volume, true).map((part) => sayAgain(press, part, columns));
}

/** A part of a volume as its opener lists it, in two columns where there is room. */
export function viewOpened(press: Press, layout: Layout, volume: VolumePlan, part: number): ContentsPart | undefined {
  const column = columnOf(press.geometry);
  const [listed] = listParts(press, layout, volume, true).filter(({ number }) => number === part);
  return listed && sayAgain(press, listed, { widths: { part: column, chapter: column } });
}

/** The other volumes with all their patterns, in two columns. */
export function viewOthers(press: Press, layout: Layout, own: VolumePlan): { number: number; parts: ContentsPart[] }[] {
  const column = columnOf(press.geometry);
  return layout.volumes
    .filter((volume) => volume !== own)
    .map((volume) => ({
      number: volume.number,
      parts: listParts(press, layout, volume, false).map((part) =>
        sayAgain(press, part, { widths: { part: column, chapter: column }, volume }),
      ),
    }));
}

/** What every volume holds: its parts and chapters, with the numbers of their patterns. */
export function viewBrief(press: Press, layout: Layout): object[] {
  return layout.volumes.map((volume) => ({
    number: volume.number,
    parts: listParts(press, layout, volume, false).map(({ name, chapters }) => ({
      name,
      numbers: numbersOf(chapters),
      chapters: chapters.flatMap((chapter) =>
        chapter.name ? [{ name: chapter.name, numbers: numbersOf([chapter]) }] : [],
      ),
    })),
  }));
}

/** `First chapter – Last chapter`; one where a volume has one; null where chapters have no names. */
export function firstAndLast(chapters: readonly { name: string | null }[]): string | null {
  const names = chapters.flatMap(({ name }) => name ?? []);
  return [...new Set([names[0], names.at(-1)])].filter((name) => name !== undefined).join(" – ") || null;
}

function numbersOf(chapters: ListedPart["chapters"]): string {
  return numberRanges(chapters.flatMap(({ patterns }) => patterns.map(({ number }) => number)));
}

function sayAgain(press: Press, part: ListedPart, { widths, volume }: Columns): ContentsPart {
  const { locale, templates } = press.context;
  const continued = unmarked(word(locale, "tables.continued"));
  const again = (text: string | null, width: number): Again | null =>
    text === null ? null : { text, lines: linesAgain(`${text} (${continued})`, width, templates.tokens) };
  const within = volume ? `${unmarked(word(locale, "volume"))} ${volume.number}` : null;
  const named = [within, part.name].filter((name) => name !== null).join(" · ");
  return {
    ...part,
    again: again(named || null, widths.part),
    chapters: part.chapters.map((chapter) => ({ ...chapter, again: again(chapter.name, widths.chapter) })),
  };
}
