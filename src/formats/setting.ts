import type { Library } from "../library/pattern.js";
import { mintIris, toNamespace } from "../linked-data/iri.js";
import type { Places, Setting } from "../linked-data/setting.js";
import { domainName, word } from "../page/locale.js";
import type { Context } from "./format.js";

/** What a format's descriptions as linked data have in common. */
export function openSetting(
  library: Library,
  { config, locale }: Pick<Context, "config" | "locale">,
  places: Places,
): Setting {
  const { book, dataset } = config;
  return {
    library,
    title: book.title,
    iris: mintIris(dataset.base),
    namespace: toNamespace(dataset.namespace),
    language: book.language,
    places,
    names: {
      scheme: (scheme) => word(locale, `dataset.schemes.${scheme}`),
      value(scheme, key) {
        if (scheme === "universality") return word(locale, `universality.${key}.name`);
        return scheme === "domain" ? domainName(locale, key) : key;
      },
    },
  };
}
