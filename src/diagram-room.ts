/** CSS pixels. */
interface Extent {
  width: number;
  height: number;
}

/**
 * What a page of a book of 6 × 9 inches holds, upright and turned, where letters of 16 pixels come out at 6 points, the
 * least that is read in print.
 */
const ROOMS: readonly Extent[] = [
  { width: 845, height: 1264 },
  { width: 1381, height: 728 },
];

/** How far a diagram has to shrink to stand on a page: below 1 its letters are too small to read. */
export function roomFor({ width, height }: Extent): number {
  return Math.max(...ROOMS.map((room) => Math.min(room.width / width, room.height / height)));
}

const DIRECTION = /^(\s*(?:flowchart|graph)[ \t]+)(TD|TB|BT|LR|RL)\b/m;
const ACROSS = { TD: "LR", TB: "LR", BT: "RL", LR: "TD", RL: "BT" } as const;

/** A flow chart that runs across instead of down, or down instead of across; undefined for any other diagram. */
export function turnFlow(source: string): string | undefined {
  const [, before = "", direction] = DIRECTION.exec(source) ?? [];
  if (!isDirection(direction)) return undefined;
  return source.replace(DIRECTION, `${before}${ACROSS[direction]}`);
}

function isDirection(word: string | undefined): word is keyof typeof ACROSS {
  return word !== undefined && word in ACROSS;
}
