import type { Library } from "../library/library.js";
import type { NumberedPattern } from "../library/pattern.js";
import { languageTag, toLanguageMap } from "./language.js";
import type { Node } from "./node.js";
import type { FormerName, Setting } from "./setting.js";

/**
 * Addresses under which patterns stood before they were renamed: concepts out of use, each with the one in its place. None
 * where a slug is another pattern's now, nor where addresses are not made of slugs.
 */
export function describeFormer(patterns: readonly NumberedPattern[], setting: Setting): Node[] {
  const { iris, library, former, language } = setting;
  const taken = new Set([...library.byId.values()].map(iris.pattern));
  const nodes = new Map<string, Node>();
  for (const pattern of patterns) {
    for (const { slug, title = pattern.title } of [...(former.get(pattern.id) ?? []), ...ownFormer(pattern)]) {
      const address = iris.former(slug);
      if (address === undefined || taken.has(address) || nodes.has(address)) continue;
      nodes.set(address, {
        "@id": address,
        "@type": "Concept",
        prefLabel: toLanguageMap(languageTag(pattern.language, language), title),
        inScheme: iris.scheme,
        isDeprecated: true,
        isReplacedBy: iris.pattern(pattern),
      });
    }
  }
  return [...nodes.values()];
}

function ownFormer({ formerSlugs }: NumberedPattern): FormerName[] {
  return formerSlugs.map((slug) => ({ slug }));
}

/** What patterns of an earlier edition were called that are called something else now, by id. */
export function formerNames(
  before: { patterns: readonly { id: string; slug: string; title: string }[] } | undefined,
  { byId }: Pick<Library, "byId">,
): ReadonlyMap<string, readonly FormerName[]> {
  const renamed = (before?.patterns ?? []).filter(({ id, slug }) => ![undefined, slug].includes(byId.get(id)?.slug));
  return new Map(renamed.map(({ id, slug, title }) => [id, [{ slug, title }]]));
}
