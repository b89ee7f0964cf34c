import type { Config } from "../config/read-config.js";
import type { OrderOptions } from "../library/order.js";
import type { Universality } from "../library/universality.js";
import { nameGroup } from "../page/groups.js";
import { unmarked } from "../page/languages/marks.js";
import { readLocale, word } from "../page/locale.js";
import { templateFolders } from "../page/template-files.js";

/** How the configuration wants the library ordered, and what its groups are called in the language of the book. */
export function orderOptions({
  book,
  order,
  templates,
  shelves,
  words,
}: Pick<Config, "book" | "order" | "templates" | "words"> & Partial<Pick<Config, "shelves">>): OrderOptions & {
  universality: Universality;
  unstated: string;
} {
  const locale = readLocale(templateFolders(templates, shelves), book.language, words);
  const names = Object.entries(order.names).map(
    ([value, { name, sentence }]) => [value, { name, ...(sentence === undefined ? {} : { sentence }) }] as const,
  );
  return {
    language: book.language,
    unstated: book.known.language,
    by: order.by,
    names: new Map(names),
    within: order.within,
    first: { domain: order.domains },
    universality: order.universality,
    name: nameGroup(locale),
    rest: unmarked(word(locale, "grouping.rest")),
  };
}
