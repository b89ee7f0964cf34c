import type { NumberedPattern } from "../library/pattern.js";
import type { Twin } from "../library/translations/twin.js";
import { toLanguageMap } from "./language.js";
import { filled, type Node } from "./node.js";
import type { Setting } from "./setting.js";

/**
 * What a pattern is a translation of, and its translations, both ways (schema.org). Where a library gives a pattern one slug
 * in all languages, it is one thing with names in several, and no translation of itself.
 */
export function tieTranslations(
  { id, slug }: Pick<NumberedPattern, "id" | "slug">,
  { library, iris }: Setting,
): Partial<Node> {
  const twins = (library.translations.twins.get(id) ?? []).filter((twin) => twin.slug !== slug);
  const addresses = (is: Twin["is"]): string[] => [
    ...new Set(twins.filter((twin) => twin.is === is).map((twin) => iris.pattern(twin))),
  ];
  return { translationOfWork: addresses("original")[0], workTranslation: filled(addresses("translation")) };
}

/** What says the same as some patterns in another language than the book: its title and what it is to them. */
export function describeTwins(patterns: readonly NumberedPattern[], setting: Setting): Node[] {
  const { library, iris } = setting;
  const inBook = new Set([...library.byId.values()].map(({ slug }) => slug));
  const nodes = new Map<string, Node>();
  for (const pattern of patterns) {
    const here = iris.pattern(pattern);
    for (const twin of library.translations.twins.get(pattern.id) ?? []) {
      if (twin.is === "sibling" || inBook.has(twin.slug)) continue;
      const address = iris.pattern(twin);
      const known = nodes.get(address);
      nodes.set(address, {
        "@id": address,
        "@type": "Concept",
        prefLabel: toLanguageMap(twin.language, twin.title),
        language: twin.language,
        inScheme: iris.scheme,
        ...known,
        ...(twin.is === "original"
          ? { workTranslation: [...asList(known?.workTranslation), here] }
          : { translationOfWork: here }),
      });
    }
  }
  return [...nodes.values()];
}

function asList(addresses: Node["workTranslation"]): string[] {
  return Array.isArray(addresses) ? addresses.map(String) : [];
}
