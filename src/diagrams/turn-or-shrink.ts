/** A width and a height in CSS pixels. */
export interface Extent {
  width: number;
  height: number;
}

/**
 * How far a diagram has to shrink to stand in the roomiest of these: below 1 its letters are too small to read.
 * @param rooms in which letters of 16 pixels can just be read
 */
export function roomFor({ width, height }: Extent, rooms: readonly Extent[]): number {
  return Math.max(...rooms.map((room) => Math.min(room.width / width, room.height / height)));
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
