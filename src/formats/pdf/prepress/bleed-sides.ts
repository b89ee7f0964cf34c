import type { PressTask } from "./press-task.js";

/** What lies beyond the trim on each side of a page, in points. */
export interface BleedSides {
  left: number;
  right: number;
  /** At head and foot. */
  ends: number;
}

/** The bleed of a page, the first of which is a right-hand one: where pages are bound it may have none. */
export function bleedSides({ settings }: Pick<PressTask, "settings">, index: number): BleedSides {
  const { bleed, boundAt } = settings;
  if (boundAt === undefined) return { left: bleed, right: bleed, ends: bleed };
  const isBoundLeft = (boundAt === "left") === (index % 2 === 0);
  return { left: isBoundLeft ? 0 : bleed, right: isBoundLeft ? bleed : 0, ends: bleed };
}
