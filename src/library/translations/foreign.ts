import type { LeftOut } from "../library.js";
import { collectNames } from "../names.js";
import type { NumberedPattern, Pattern, PatternId } from "../pattern.js";
import type { Languages } from "./index.js";
import type { ForeignText, Twin, Untranslated } from "./twin.js";

/** What patterns in other languages are called: by that a twin in the book is found, or what has none. */
export function nameForeign(others: readonly ForeignText<Pattern>[]): {
  twins: Map<string, PatternId>;
  untranslated: Map<string, Untranslated>;
} {
  const alone = others.filter(({ twin }) => twin === undefined);
  const names = collectNames(alone.map(({ pattern }, at) => callAs(pattern, String(at))));
  return {
    twins: collectNames(others.flatMap(({ pattern, twin }) => (twin ? [callAs(pattern, twin.id)] : []))),
    untranslated: new Map(
      [...names].flatMap(([name, at]): [string, Untranslated][] => {
        const one = alone[Number(at)];
        return one ? [[name, toUntranslated(one)]] : [];
      }),
    ),
  };
}

/** The pattern under another id, with its own among its names. */
function callAs(pattern: Pattern, id: PatternId): NumberedPattern {
  return { ...pattern, id, formerSlugs: [...pattern.formerSlugs, pattern.id], number: 0 };
}

function toUntranslated({ pattern, language }: ForeignText<Pattern>): Untranslated {
  const { title, pageUrl, sourceUrl, source } = pattern;
  const address = pageUrl ?? sourceUrl;
  return { title, language, ...(address === undefined ? {} : { address }), path: source.path };
}

/** The twins of each pattern that has some. */
export function listTwins(patterns: readonly Pattern[], { twinsOf }: Languages): Map<PatternId, Twin[]> {
  return new Map(
    patterns.flatMap((pattern): [PatternId, Twin[]][] => {
      const twins = twinsOf(pattern);
      return twins.length > 0 ? [[pattern.id, twins]] : [];
    }),
  );
}

/** What was left out, in order of paths, with what is in another language. */
export function addForeign(leftOut: readonly LeftOut[], others: readonly ForeignText<Pattern>[]): readonly LeftOut[] {
  if (others.length === 0) return leftOut;
  const foreign = others.map(
    ({ pattern, language }): LeftOut => ({ path: pattern.source.path, why: "language", language }),
  );
  return [...leftOut, ...foreign].sort((a, b) => (a.path < b.path ? -1 : 1));
}
