import type { FrontMatter } from "../front-matter/index.js";
import { RELATION_KINDS, type RelationClaim } from "../pattern.js";
import type { DocumentFields } from "./document.js";
import { placeOf } from "./note.js";

/** The relations that a file states at the top of its front matter or under `relationships`, each with its place. */
export function readClaims(fields: DocumentFields, front: FrontMatter): RelationClaim[] {
  const top = { line: 1, column: 1 };
  const holders = [
    { holder: fields, above: [] },
    { holder: fields.relationships ?? {}, above: ["relationships"] },
  ];
  return holders.flatMap(({ holder, above }) =>
    RELATION_KINDS.flatMap((kind) =>
      (holder[kind] ?? []).flatMap((claim, index): RelationClaim[] => {
        const target = claim?.target.trim();
        if (!claim || !target) return [];
        const { rest: _, ...stated } = claim;
        return [{ kind, ...stated, target, place: placeOf(front, [...above, kind, String(index)]) ?? top }];
      }),
    ),
  );
}
