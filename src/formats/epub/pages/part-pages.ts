import type { ChapterEntry, PartEntry } from "../outline.js";
import { type Desk, type Page, renderPage } from "./document.js";

/** Pages that stand before patterns, by the file of the pattern: where a part or a chapter begins. */
export function openerPages(parts: readonly PartEntry[], desk: Desk): Map<string, Page[]> {
  const openers = new Map<string, Page[]>();
  for (const part of parts) {
    for (const [at, chapter] of part.chapters.entries()) {
      const [first] = chapter.entries;
      if (first)
        openers.set(first.href, [...(at === 0 ? [partPage(part, desk)] : []), chapterPage(part, chapter, desk)]);
    }
  }
  return openers;
}

function partPage(part: PartEntry, desk: Desk): Page {
  return renderPage({ file: part.file, title: part.name, matter: "bodymatter" }, "part", { part }, desk);
}

function chapterPage(part: PartEntry, chapter: ChapterEntry, desk: Desk): Page {
  const head = { file: chapter.file, title: chapter.name, matter: "bodymatter" } as const;
  return renderPage(head, "chapter", { part, chapter }, desk);
}
