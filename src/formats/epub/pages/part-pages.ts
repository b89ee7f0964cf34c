import type { Context } from "../../format.js";
import type { ChapterEntry, PartEntry } from "../outline.js";
import { type Desk, type Page, renderPages } from "./document.js";

/** Pages that stand before patterns, by the file of the pattern: where a part or a chapter begins that has a name. */
export function openerPages(parts: readonly PartEntry[], context: Context): Map<string, Page[]> {
  const openers = new Map<string, Page[]>();
  for (const part of parts) {
    for (const [at, chapter] of part.chapters.entries()) {
      const [first] = chapter.entries;
      const pages = [...(at === 0 ? partPage(part, context) : []), ...chapterPage(part, chapter, context)];
      if (first && pages.length > 0) openers.set(first.href, pages);
    }
  }
  return openers;
}

function partPage(part: PartEntry, context: Context): Page[] {
  if (part.name === null) return [];
  const printed = context.locations.sections.get(part.section);
  return renderPages({ file: part.file, title: part.name, matter: "bodymatter", printed }, "part", { part }, context);
}

function chapterPage(part: PartEntry, chapter: ChapterEntry, desk: Desk): Page[] {
  if (chapter.name === null) return [];
  const head = { file: chapter.file, title: chapter.name, matter: "bodymatter" } as const;
  return renderPages(head, "chapter", { part, chapter }, desk);
}
