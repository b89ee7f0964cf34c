import type { Chapter } from "../../library/library.js";
import { present } from "../../library/present.js";
import { unmarked } from "../../page/languages/marks.js";
import { word } from "../../page/locale.js";
import type { FinishTask, OutlineEntry } from "../../print/finish/task.js";
import { attachPatterns } from "./attachment.js";
import { partId, patternsIn } from "./matter/listing.js";
import type { MatterExtent } from "./matter/piece.js";
import type { Pagination } from "./paging/pagination.js";
import type { VolumePlan } from "./paging/plan.js";
import type { Press } from "./press.js";
import { volumeIsbn } from "./volume-names.js";

/** What is asked of the reading edition of a volume. */
export function readingTask(
  press: Press,
  pagination: Pagination,
  volume: VolumePlan,
  { file, path, title }: Pick<FinishTask, "file" | "path" | "title">,
): FinishTask {
  const { library, context } = press;
  const { config, date, locale, templates } = context;
  const { text, label, code, math, fallbacks } = templates.tokens.fonts;
  const front = present(pagination.front.get(volume.number), "the front matter of volume", volume.number);
  const back = present(pagination.back.get(volume.number), "the back matter of volume", volume.number);
  const [after] = back.places;
  return {
    ...describe(config.book, volume),
    file,
    path,
    title,
    language: locale.language,
    date: date.toISOString(),
    frontPages: front.pages,
    outline: [
      ...sectionsOf(front, 0),
      ...outlineOf(press, pagination, volume),
      ...sectionsOf(back, front.pages + volume.pages),
    ],
    places: [...patternsIn(library, volume).map(({ slug }) => slug), ...(after ? [after.id] : [])],
    titles: { ...titlesOf(press, volume), ...Object.fromEntries(titledPlaces(front, back)) },
    words: { page: unmarked(word(locale, "page")), picture: unmarked(word(locale, "picture")) },
    families: [text, label, code, math, ...fallbacks].map(({ family }) => family),
    attachments: [attachPatterns(press, volume)],
  };
}

type Told = "creators" | "publisher" | "description" | "subjects" | "isbn" | "licence" | "attribution";

/** What the configuration says of the book. */
function describe(book: Press["context"]["config"]["book"], volume: VolumePlan): Pick<FinishTask, Told> {
  const { creators, publisher, description, subjects, license, attribution } = book;
  const isbn = volumeIsbn(book, volume);
  return {
    creators,
    subjects,
    ...(publisher ? { publisher } : {}),
    ...(description ? { description } : {}),
    ...(isbn ? { isbn } : {}),
    ...(license ? { licence: license } : {}),
    ...(attribution ? { attribution } : {}),
  };
}

/** Contents, index and the like, which stand in the outline beside the parts. */
function sectionsOf(extent: MatterExtent, before: number): OutlineEntry[] {
  return extent.places.flatMap(({ title, page }) =>
    title ? [{ title: unmarked(title), page: before + page, children: [] }] : [],
  );
}

function titledPlaces(...extents: MatterExtent[]): [string, string][] {
  return extents.flatMap((extent) =>
    extent.places.flatMap(({ id, title }): [string, string][] => (title ? [[id, unmarked(title)]] : [])),
  );
}

/** Titles by named destination: of the parts and the patterns of a volume. */
function titlesOf({ library }: Press, volume: VolumePlan): Record<string, string> {
  const parts = library.parts.flatMap(({ number, name }) =>
    name === undefined ? [] : [[partId(volume.number, number), name]],
  );
  const patterns = patternsIn(library, volume).map(({ number, slug, title }) => [slug, `${number} ${title}`]);
  return Object.fromEntries([...parts, ...patterns]);
}

/** Parts, chapters and patterns, as far as the book names them; nothing deeper. */
function outlineOf({ library }: Press, pagination: Pagination, volume: VolumePlan): OutlineEntry[] {
  const front = present(pagination.front.get(volume.number), "the front matter of volume", volume.number).pages;
  const entries: OutlineEntry[] = [];
  let inPart = entries;
  let inChapter = entries;
  let begun: Chapter | undefined;
  for (const sheet of volume.sheets) {
    if (sheet.kind === "blank") continue;
    const part = library.parts.find(({ number }) => number === sheet.part);
    const page = front + sheet.page;
    if (sheet.kind === "part") {
      inPart = enter(entries, part?.name, page);
      begun = undefined;
      continue;
    }
    const chapter = part?.chapters[sheet.chapter - 1];
    if (chapter !== begun) inChapter = enter(inPart, chapter?.name, page);
    begun = chapter;
    const { number, title } = present(library.byId.get(sheet.id), "the pattern", sheet.id);
    inChapter.push({ title: `${number} ${title}`, page, children: [] });
  }
  return entries;
}

/** Adds an entry, and returns where what is in it goes: beside the others where it has no name. */
function enter(entries: OutlineEntry[], title: string | undefined, page: number): OutlineEntry[] {
  if (title === undefined) return entries;
  const entry: OutlineEntry = { title, page, children: [] };
  entries.push(entry);
  return entry.children;
}
