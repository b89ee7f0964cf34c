import type { Context } from "../about.js";
import type { ChapterEntry, PartEntry } from "../outline.js";
import { type Page, type PageHead, renderPages } from "./document.js";
import type { TextPages } from "./text-pages.js";

/** Pages that stand before patterns, by the file of the pattern: where a part or a chapter begins that has a name. */
export async function openerPages(
  parts: readonly PartEntry[],
  texts: TextPages,
  context: Context,
): Promise<Map<string, Page[]>> {
  const openers = new Map<string, Page[]>();
  for (const part of parts) {
    for (const [at, chapter] of part.chapters.entries()) {
      const [first] = chapter.entries;
      const pages = [
        ...(at === 0 ? await partPage(part, texts, context) : []),
        ...(await chapterPage(part, chapter, texts, context)),
      ];
      if (first && pages.length > 0) openers.set(first.href, pages);
    }
  }
  return openers;
}

async function partPage(part: PartEntry, texts: TextPages, context: Context): Promise<Page[]> {
  if (part.heading === null) return [];
  const printed = context.locations.sections.get(part.section);
  const head: PageHead = { file: part.file, title: part.heading, matter: "bodymatter", printed };
  const opened = texts.open(part, { head, template: "epub/part", scope: { part, opened: true } });
  return opened ?? renderPages(head, "part", { part, opened: false }, context);
}

async function chapterPage(
  part: PartEntry,
  chapter: ChapterEntry,
  texts: TextPages,
  context: Context,
): Promise<Page[]> {
  if (chapter.name === null) return [];
  const head: PageHead = { file: chapter.file, title: chapter.name, matter: "bodymatter" };
  const opened = texts.open(chapter, { head, template: "epub/chapter", scope: { part, chapter, opened: true } });
  return opened ?? renderPages(head, "chapter", { part, chapter, opened: false }, context);
}
