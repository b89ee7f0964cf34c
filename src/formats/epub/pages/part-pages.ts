import type { Context } from "../../format.js";
import type { ChapterEntry, PartEntry } from "../outline.js";
import { type Desk, type Page, renderPages } from "./document.js";

/** Pages that stand before patterns, by the file of the pattern: where a part or a chapter begins. */
export function openerPages(parts: readonly PartEntry[], context: Context): Map<string, Page[]> {
  const openers = new Map<string, Page[]>();
  for (const part of parts) {
    for (const [at, chapter] of part.chapters.entries()) {
      const [first] = chapter.entries;
      if (first)
        openers.set(first.href, [...(at === 0 ? partPage(part, context) : []), ...chapterPage(part, chapter, context)]);
    }
  }
  return openers;
}

function partPage(part: PartEntry, context: Context): Page[] {
  const printed = context.locations.sections.get(part.universality);
  return renderPages({ file: part.file, title: part.name, matter: "bodymatter", printed }, "part", { part }, context);
}

function chapterPage(part: PartEntry, chapter: ChapterEntry, desk: Desk): Page[] {
  const head = { file: chapter.file, title: chapter.name, matter: "bodymatter" } as const;
  return renderPages(head, "chapter", { part, chapter }, desk);
}
