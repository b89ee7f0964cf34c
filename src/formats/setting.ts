import { keyOf } from "../library/groups.js";
import type { Library } from "../library/library.js";
import type { FacetScheme } from "../linked-data/facet-schemes.js";
import { mintIris, toNamespace } from "../linked-data/iri.js";
import { nameFields } from "../linked-data/own-fields.js";
import type { FacetName, Places, Setting } from "../linked-data/setting.js";
import { splitMarked, unmarked } from "../page/languages/marks.js";
import { domainName, type Locale, originName, stateName, termName, word } from "../page/locale.js";
import type { Context } from "./format.js";

const VALUE_NAMES: Readonly<Record<FacetScheme, (locale: Locale, key: string) => string>> = {
  universality: (locale, key) => word(locale, `universality.${key}.name`),
  domain: domainName,
  "commons-domain": domainName,
  category: termName,
  era: termName,
  origin: originName,
  status: stateName,
  // The author's own.
  dimension: (_, key) => key,
};

/** What a format's descriptions as linked data have in common. */
export function openSetting(
  library: Library,
  { config, locale }: Pick<Context<"book" | "dataset">, "config" | "locale">,
  places: Places,
): Setting {
  const { book, dataset } = config;
  // Domains are known by their keys, and called as files write them.
  const written = new Map(library.patterns.flatMap(({ domain }) => (domain ? [[keyOf(domain), domain]] : [])));
  const iris = mintIris(dataset.base);
  return {
    library,
    title: book.title,
    iris,
    fields: nameFields(library.furtherFields, iris),
    namespace: toNamespace(dataset.namespace),
    language: book.language,
    places,
    names: {
      scheme: (scheme) => toName(word(locale, `dataset.schemes.${scheme}`), book.language),
      value: (scheme, key) =>
        toName(VALUE_NAMES[scheme](locale, scheme === "domain" ? (written.get(key) ?? key) : key), book.language),
    },
  };
}

function toName(words: string, language: string): FacetName {
  const [piece] = splitMarked(words);
  return { text: unmarked(words), language: piece?.language ?? language };
}
