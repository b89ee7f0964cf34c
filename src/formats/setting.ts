import type { Edition } from "../changes/edition.js";
import { collectAcronyms, writeAcronyms } from "../library/acronyms.js";
import type { Library } from "../library/library.js";
import { collectValues } from "../library/spellings.js";
import { DIMENSION, type FacetScheme, wordsOf } from "../linked-data/facet-schemes.js";
import { formerNames } from "../linked-data/former.js";
import { mintIris, toNamespace } from "../linked-data/iri.js";
import { nameFields } from "../linked-data/own-fields.js";
import type { FacetName, Places, Setting } from "../linked-data/setting.js";
import { splitMarked, unmarked } from "../page/languages/marks.js";
import { domainName, type Locale, originName, stateName, termName, word } from "../page/locale.js";
import type { Context } from "./format.js";

type NameOf = (locale: Locale, key: string, scheme: FacetScheme) => string;

const VALUE_NAMES: Readonly<Record<NonNullable<ReturnType<typeof wordsOf>>, NameOf>> = {
  grouping: (locale, key, scheme) => word(locale, `${scheme}.${key}.name`),
  domains: domainName,
  terms: termName,
  origins: originName,
  states: stateName,
};

/** What a format's descriptions as linked data have in common. */
export function openSetting(
  library: Library,
  { config, locale }: Pick<Context<"book" | "dataset">, "config" | "locale">,
  places: Places,
  since?: Edition | undefined,
): Setting {
  const { book, dataset } = config;
  const values = collectValues(library);
  const acronyms = collectAcronyms([...library.byId.values()]);
  const iris = mintIris(dataset, book.slug);
  return {
    library,
    title: book.title,
    iris,
    fields: nameFields(library.furtherFields, iris),
    namespace: toNamespace(dataset.namespace),
    language: book.language,
    places,
    former: formerNames(since, library),
    values,
    names: {
      scheme: (scheme) => toName(word(locale, `dataset.schemes.${scheme}`), book.language),
      value(scheme, key) {
        const words = wordsOf(scheme);
        // The things that scores measure have the names that authors give them.
        if (words === undefined || scheme === DIMENSION) return toName(key, book.language);
        const written = values.find(scheme, key)?.spellings[0]?.written ?? key;
        const { text, language } = toName(VALUE_NAMES[words](locale, written, scheme), book.language);
        return { text: writeAcronyms(text, acronyms), language };
      },
    },
  };
}

function toName(words: string, language: string): FacetName {
  const [piece] = splitMarked(words);
  return { text: unmarked(words), language: piece?.language ?? language };
}
