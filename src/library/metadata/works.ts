import { z } from "zod";
import { startsAsWebAddress } from "../web-address.js";
import { asRest, listOf, text } from "./kinds.js";

const some = z
  .union([text, z.array(z.union([text, z.looseObject({ name: text }).transform(({ name }) => name)]))])
  .nullish();

const work = z.looseObject({
  author: some,
  authors: some,
  year: text.nullish(),
  date: text.nullish(),
  title: text.nullish(),
  name: text.nullish(),
  publisher: text.nullish(),
  journal: text.nullish(),
  url: text.nullish(),
  link: text.nullish(),
  href: text.nullish(),
  doi: text.nullish(),
});

/** A work that a pattern draws on: words, or a map of what is known of it, in the order of a bibliography. */
const source = z.union([
  text.transform((written) => ({ text: readLink(written.trim()), rest: {} })),
  work.transform((written, context) => {
    const { author, authors, year, date, title, name, publisher, journal, url, link, href, doi, ...rest } = written;
    const by = [author ?? authors ?? []].flat().join(", ");
    const when = year ?? date;
    const dated = when ? `(${when})` : "";
    const address =
      url ?? link ?? href ?? (doi && !/^doi:/i.test(doi) && !startsAsWebAddress(doi) ? `doi:${doi}` : doi);
    const parts = [[by, dated].filter(Boolean).join(" "), title ?? name, journal, publisher, address];
    const line = parts.filter(Boolean).join(", ");
    if (!(by || title || name || address)) {
      context.addIssue({ code: "custom", message: "a title, an author or an address" });
      return z.NEVER;
    }
    return {
      text: line,
      rest: asRest(withUnread(rest, { author, authors, year, date, title, name, url, link, href, doi })),
    };
  }),
]);

export const sources = listOf(source);

/** What stands under a second name for the same thing is not read, and kept. */
function withUnread(rest: object, read: Record<string, unknown>): Record<string, unknown> {
  const groups = [
    ["author", "authors"],
    ["year", "date"],
    ["title", "name"],
    ["url", "link", "href", "doi"],
  ];
  const unread = groups.flatMap((names) => names.filter((name) => read[name] != null).slice(1));
  return { ...Object.fromEntries(unread.map((name) => [name, read[name]])), ...rest };
}

/** `[words](address)`, which is a link in Markdown and signs in print. */
function readLink(written: string): string {
  const [, words, address] = /^\[([^\]]+)\]\((\S+)\)$/.exec(written) ?? [];
  return words && address ? `${words}, ${address}` : written;
}
