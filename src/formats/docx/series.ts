import type { Context } from "./about.js";
import type { Series } from "./task.js";

/** What all Word files of a build share. */
export function describeSeries({ config, templates, date }: Pick<Context, "config" | "templates" | "date">): Series {
  const { title, creators, license, attribution } = config.book;
  // A zip file holds no earlier date.
  const earliest = Date.UTC(1980, 0, 2);
  return {
    folders: templates.folders,
    fingerprint: templates.fingerprint([]),
    language: config.book.language,
    words: config.words,
    paper: config.docx.paper,
    reference: config.docx.reference ?? null,
    rights: { license: license?.name ?? null, href: license?.url ?? null, attribution: attribution ?? null },
    book: { title, creators, ...(license ? { license: license.name } : {}) },
    date: new Date(Math.max(date.getTime(), earliest)).toISOString(),
  };
}
