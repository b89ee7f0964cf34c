import type { PatternRecord } from "../record.js";
import type { Column } from "./column.js";

/** A relation that a pattern has, or claims to have. */
export interface RelationRow {
  from: PatternRecord;
  relation:
    | (PatternRecord["relations"][number] & { isResolved: true; target: string })
    | (PatternRecord["claims"][number] & { isResolved: false });
}

export const RELATION_COLUMNS: readonly Column<RelationRow>[] = [
  {
    name: "source_id",
    type: "string",
    isRequired: true,
    description: "Id of the pattern.",
    value: ({ from }) => from.id,
  },
  { name: "source_slug", type: "string", isRequired: true, description: "Its slug.", value: ({ from }) => from.slug },
  {
    name: "kind",
    type: "string",
    isRequired: true,
    description: "What it is to the other: generalizes_from, enables …",
    value: ({ relation }) => relation.kind,
  },
  {
    name: "target_id",
    type: "string",
    description: "Id of the other; empty where the library has none of that name.",
    value: ({ relation }) => relation.target_id,
  },
  {
    name: "target_slug",
    type: "string",
    description: "Slug of the other.",
    value: ({ relation }) => relation.target_slug,
  },
  {
    name: "target_name",
    type: "string",
    isRequired: true,
    description: "The other, as it is named.",
    value: ({ relation }) => relation.target,
  },
  {
    name: "weight",
    type: "number",
    description: "0 to 1, where it is given.",
    value: ({ relation }) => relation.weight,
  },
  {
    name: "description",
    type: "string",
    description: "What is said of the relation.",
    value: ({ relation }) => relation.description,
  },
  {
    name: "stated",
    type: "boolean",
    isRequired: true,
    description: "False where only the other pattern's file states it.",
    value: ({ relation }) => (relation.isResolved ? relation.stated : true),
  },
  {
    name: "resolved",
    type: "boolean",
    isRequired: true,
    description: "Whether the other is in the library.",
    value: ({ relation }) => relation.isResolved,
  },
];

/** Every relation of a pattern, from either end, and then its claims that lead nowhere. */
export function listRelations(from: PatternRecord): RelationRow[] {
  const resolved = from.relations.map(
    (relation): RelationRow => ({ from, relation: { ...relation, target: relation.target_slug, isResolved: true } }),
  );
  const dangling = from.claims
    .filter(({ target_id }) => target_id === null)
    .map((claim): RelationRow => ({ from, relation: { ...claim, isResolved: false } }));
  return [...resolved, ...dangling];
}
