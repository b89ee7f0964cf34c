import { pathFrom } from "../links/files.js";
import { addressKey, collectNames, targetOf, wikiKey } from "../names.js";
import type { Pattern } from "../pattern.js";
import { toSlug } from "../slug.js";
import type { AstrayTranslation } from "./twin.js";

export interface Originals {
  /** By each translation what it is a translation of. */
  originals: Map<Pattern, Pattern>;
  astray: AstrayTranslation[];
}

/**
 * Finds what each translation is a translation of: by id, slug, former slug, address, title, or by the file, from the
 * library's folder or from the translation's own. A translation may be translated in its turn, but what is none is found
 * first: translations are often called as their originals are.
 */
export function findOriginals(patterns: readonly Pattern[]): Originals {
  const claiming = patterns.filter(({ translationOf }) => translationOf !== undefined);
  // Collecting all names takes time, and few libraries are translated: it is done only when needed.
  const find = claiming.length > 0 ? openFinder(patterns) : () => undefined;
  const originals = new Map<Pattern, Pattern>();
  const astray: AstrayTranslation[] = [];
  for (const pattern of claiming) {
    const { translationOf: target = "" } = pattern;
    const original = find(target, pattern);
    if (original === undefined || original === pattern) {
      astray.push({ ...statedIn(pattern), target, fault: { kind: original ? "itself" : "unknown" } });
    } else if (leadsTo(pattern, original, originals)) {
      astray.push({ ...statedIn(pattern), target, fault: { kind: "circle" } });
    } else originals.set(pattern, original);
  }
  return { originals, astray };
}

/** The file of a translation, and the place in it that says what it is a translation of. */
export function statedIn({ source, places, givenBy }: Pattern): Pick<AstrayTranslation, "path" | "place"> {
  const place = places[givenBy.translationOf?.place ?? ""];
  return { path: source.path, ...(place ? { place } : {}) };
}

function openFinder(patterns: readonly Pattern[]): (target: string, from: Pattern) => Pattern | undefined {
  // Ids and slugs may be the same in every language: patterns are told apart by their place here.
  const indexes = [patterns.filter(({ translationOf }) => translationOf === undefined), patterns].map((some) => ({
    some,
    names: collectNames(
      some.map((pattern, at) => ({
        ...pattern,
        formerSlugs: [...pattern.formerSlugs, pattern.id],
        id: String(at),
        number: 0,
      })),
    ),
  }));
  return (target, from) => {
    const beside = pathFrom(from.source.path, target);
    const names = [
      target,
      addressKey(target) ?? target,
      ...(beside === undefined ? [] : [wikiKey(beside)]),
      wikiKey(target),
      toSlug(target),
    ];
    let itself: Pattern | undefined;
    for (const { some, names: known } of indexes) {
      for (const name of names) {
        const found = some[Number(targetOf(known, name) ?? Number.NaN)];
        if (found && found !== from) return found;
        itself ??= found;
      }
    }
    return itself;
  };
}

/** Whether a pattern is what another one is, over any number of steps, a translation of. */
function leadsTo(pattern: Pattern, from: Pattern, originals: ReadonlyMap<Pattern, Pattern>): boolean {
  for (let at: Pattern | undefined = from; at; at = originals.get(at)) if (at === pattern) return true;
  return false;
}
