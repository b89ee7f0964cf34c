/** A line between two places. */
export interface Curve<End> {
  from: End;
  to: End;
  length: number;
}

/**
 * The `most` curves that are to be drawn: from every end its shortest first, then its second, and so on, so that what
 * is joined at all stays joined. In the order they were given.
 */
export function thin<End>(curves: readonly Curve<End>[], most: number): Curve<End>[] {
  if (curves.length <= most) return [...curves];
  const seen = new Map<End, number>();
  const count = (end: End): number => {
    const turn = (seen.get(end) ?? 0) + 1;
    seen.set(end, turn);
    return turn;
  };
  const turns = [...curves]
    .sort((a, b) => a.length - b.length)
    .map((curve) => ({ curve, turn: Math.min(count(curve.from), count(curve.to)) }))
    .sort((a, b) => a.turn - b.turn || a.curve.length - b.curve.length);
  const kept = new Set(turns.slice(0, most).map(({ curve }) => curve));
  return curves.filter((curve) => kept.has(curve));
}
