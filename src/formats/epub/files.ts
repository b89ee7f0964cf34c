import type { Library, Part } from "../../library/library.js";
import { standings } from "../../library/matter.js";
import type { PatternId } from "../../library/pattern.js";
import { present } from "../../library/present.js";
import { isSlug } from "../../library/slug.js";

/** Files of the package, relative to the folder of its package document. */
export const COVER_IMAGE = "cover.png";
export const COVER_PAGE = "cover.xhtml";
export const TITLE_PAGE = "title.xhtml";
export const IMPRINT = "imprint.xhtml";
export const DEDICATION = "dedication.xhtml";
export const CONTENTS = "contents.xhtml";
export const GUIDE = "guide.xhtml";
export const ALIASES = "aliases.xhtml";
export const CHAPTERS = "chapters.xhtml";
export const CONTRIBUTORS = "contributors.xhtml";
export const LICENCE = "licence.xhtml";
export const SET = "set.xhtml";
export const COLOPHON = "colophon.xhtml";

/** Bytes, unpacked: older reading systems give up on larger ones. */
export const LARGEST_FILE = 300_000;

/** epub-gen-memory names these. */
export const NAVIGATION = "toc.xhtml";
export const NCX = "toc.ncx";
export const PACKAGE_DOCUMENT = "content.opf";

/** The folder of the package document inside the zip; epub-gen-memory names it. */
export const FOLDER = "OEBPS";

/** Every page of the printed book has a line in the contents that names its pattern's file: thousands of short names. */
export function patternFile(number: number): string {
  return `${number}.xhtml`;
}

/** The first file of a page, or one that it goes on in because it is very long: from 2. */
export function continuationFile(file: string, at: number): string {
  return at === 1 ? file : file.replace(/\.xhtml$/, `-${at}.xhtml`);
}

/** A text of the library that is no pattern. */
export function textFile(slug: string): string {
  return `text-${slug}.xhtml`;
}

/** The file of each text of the book: its own, or that of the part or the chapter that it opens. */
export function listTextFiles(library: Pick<Library, "matter" | "parts" | "by">): Map<PatternId, string> {
  const slugs = new Map(library.matter.map(({ id, slug }) => [id, slug]));
  return new Map(
    [...standings(library)].map(([id, standing]) => {
      if (typeof standing === "string") return [id, textFile(present(slugs.get(id), "the slug of", id))];
      const { part, chapter } = standing;
      return [id, chapter ? chapterFile(part, part.chapters.indexOf(chapter) + 1) : partFile(part)];
    }),
  );
}

export function partFile(part: Part): string {
  return `part-${nameOfPart(part)}.xhtml`;
}

/** @param number of a chapter in its part, from 1: its name may have any letters */
export function chapterFile(part: Part, number: number): string {
  return `chapter-${nameOfPart(part)}-${number}.xhtml`;
}

/** Its key where that is safe in a file name, and no number of another part. */
function nameOfPart({ key, number }: Part): string {
  return isSlug(key) && !/^\d/.test(key) ? key : String(number);
}

/** @param number of a file of the index, from 1; the first is where the index begins */
export function indexFile(number: number): string {
  return number === 1 ? "index.xhtml" : `index-${number}.xhtml`;
}
