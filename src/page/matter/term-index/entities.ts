import type { Json, NumberedPattern } from "../../../library/pattern.js";

/** What a pattern is about, as its `graph_garden` lists it. */
export interface Entity {
  id: string;
  label: string;
  type: string;
  /** 0…1. */
  relevance: number;
}

// An entity of one pattern only is in the index when the pattern is about it, not when it merely touches on it.
const CENTRAL = 0.9;

/** The entities of a pattern; those that lack an id or a label are passed over. */
export function entitiesOf({ extra }: Pick<NumberedPattern, "extra">): Entity[] {
  const listed = field(extra.graph_garden, "entities");
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((entity): Entity[] => {
    const [id, label, type, relevance] = ["id", "label", "type", "relevance"].map((name) => field(entity, name));
    if (typeof label !== "string" || label.trim() === "") return [];
    return [
      {
        id: typeof id === "string" ? id : label,
        label: label.trim(),
        type: typeof type === "string" ? type : "concept",
        relevance: typeof relevance === "number" ? relevance : 0,
      },
    ];
  });
}

/** The entities that are worth a line: people and organisations, what several patterns share, and what one is about. */
export function chooseEntities(patterns: readonly NumberedPattern[]): ReadonlyMap<string, string> {
  const labels = new Map<string, Map<string, number>>();
  const central = new Set<string>();
  for (const pattern of patterns) {
    for (const { id, label, type, relevance } of entitiesOf(pattern)) {
      const counts = labels.get(id) ?? new Map<string, number>();
      labels.set(id, counts.set(label, (counts.get(label) ?? 0) + 1));
      if (type === "person" || type === "organization" || relevance >= CENTRAL) central.add(id);
    }
  }
  const chosen = [...labels].filter(([id, counts]) => central.has(id) || total(counts) > 1);
  return new Map(chosen.map(([id, counts]) => [id, commonest(counts)]));
}

function field(value: Json | undefined, name: string): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value[name] : undefined;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Of several labels for one thing the one used most, then the shortest. */
function commonest(counts: ReadonlyMap<string, number>): string {
  const [[label] = [""]] = [...counts].sort(
    ([a, timesA], [b, timesB]) => timesB - timesA || a.length - b.length || (a < b ? -1 : 1),
  );
  return label;
}
