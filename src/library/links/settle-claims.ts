import type { Library } from "../library.js";
import { targetOf } from "../names.js";
import type { NumberedPattern, RelationClaim } from "../pattern.js";
import type { Names } from "./names.js";
import { resolveLink } from "./resolve.js";

/**
 * Relations that links in the text state, by the id of the pattern that each leads to. A link that leads to no pattern
 * states nothing. Neither does a link between two patterns of which one already states a relation to the other, in its
 * fields or earlier in its text.
 */
export function settleClaims(
  { patterns, parts }: Pick<Library, "patterns" | "parts">,
  library: Pick<Names, "names" | "files" | "hosts" | "texts">,
): Pick<Library, "patterns" | "parts"> {
  if (!patterns.some(({ claims }) => claims.some(({ inText }) => inText))) return { patterns, parts };
  const names = { ...library, byId: new Map(patterns.map((pattern) => [pattern.id, pattern])) };
  const tied = new Set(
    patterns.flatMap(({ id, claims }) =>
      claims.flatMap((claim) => (claim.inText ? [] : [pairOf(id, targetOf(library.names, claim.target) ?? "")])),
    ),
  );
  const settle = (pattern: NumberedPattern): NumberedPattern => {
    const own = new Set<string>();
    const claims = pattern.claims.flatMap((claim): RelationClaim[] => {
      if (!claim.inText) return [claim];
      const target = resolveLink(claim.target, pattern, names);
      if (target.kind !== "pattern" || target.id === pattern.id) return [];
      if (tied.has(pairOf(pattern.id, target.id)) || own.has(target.id)) return [];
      own.add(target.id);
      return [{ ...claim, target: target.id }];
    });
    return { ...pattern, claims };
  };
  const settled = new Map(patterns.map((pattern) => [pattern.id, settle(pattern)]));
  const again = (some: readonly NumberedPattern[]): NumberedPattern[] => some.map((one) => settled.get(one.id) ?? one);
  return {
    patterns: again(patterns),
    parts: parts.map((part) => ({
      ...part,
      chapters: part.chapters.map((chapter) => ({ ...chapter, patterns: again(chapter.patterns) })),
    })),
  };
}

function pairOf(one: string, other: string): string {
  return [one, other].sort().join(" ");
}
