import type { Library, Part } from "../../../library/library.js";
import type { NumberedPattern } from "../../../library/pattern.js";
import { present } from "../../../library/present.js";
import { partLabel, showGroup } from "../../../page/groups.js";
import type { Layout, VolumePlan } from "../paging/plan.js";
import type { Press } from "../press.js";

/** A pattern as contents and openers list it. */
export interface ListedPattern {
  number: number;
  title: string;
  /** Null where it stands in another volume. */
  href: string | null;
  page: string;
}

export interface ListedPart {
  number: number;
  id: string;
  href: string | null;
  /** Null where the book has no other part: then it has no opener either. */
  name: string | null;
  sentence: string | null;
  /** `Part One` */
  label: string;
  /** Of its opener. */
  page: string;
  chapters: { name: string | null; patterns: ListedPattern[] }[];
}

/** The id of a part's opener in a volume. */
export function partId(volume: number, part: number): string {
  return `volume-${volume}-part-${part}`;
}

export function patternsIn({ byId }: Library, { sheets }: VolumePlan): NumberedPattern[] {
  return sheets.flatMap((sheet) =>
    sheet.kind === "pattern" ? present(byId.get(sheet.id), "the pattern", sheet.id) : [],
  );
}

/**
 * The parts of a volume with their patterns.
 * @param linked false in another volume
 */
export function listParts(
  { library, listed, context: { locale } }: Press,
  layout: Layout,
  volume: VolumePlan,
  linked: boolean,
): ListedPart[] {
  const inVolume = new Set(patternsIn(library, volume));
  const chapters = (part: Part): ListedPart["chapters"] =>
    part.chapters
      .map((chapter) => ({
        name: showGroup(locale, library.by[1], chapter).name ?? null,
        patterns: chapter.patterns
          .filter((pattern) => inVolume.has(pattern))
          .map(({ id, number, title, slug }) => ({
            number,
            title: listed(title),
            href: linked ? `#${slug}` : null,
            page: present(layout.locations.get(id), "the page of", id).label,
          })),
      }))
      .filter(({ patterns }) => patterns.length > 0);
  const openers = new Map(volume.sheets.flatMap((sheet) => (sheet.kind === "part" ? [[sheet.part, sheet.page]] : [])));
  return library.parts
    .map((part) => ({
      number: part.number,
      id: partId(volume.number, part.number),
      href: linked ? `#${partId(volume.number, part.number)}` : null,
      ...{ name: null, sentence: null, ...showGroup(locale, library.by[0], part) },
      label: partLabel(part, library, locale),
      page: String(openers.get(part.number) ?? ""),
      chapters: chapters(part),
    }))
    .filter(({ chapters }) => chapters.length > 0);
}
