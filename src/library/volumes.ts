/** A way to lay a book out in volumes, so that they can be made even. */
export interface Filling<Volume> {
  /** Fills one volume after the other, each with so much less than it may hold. */
  fill(less: number): Volume[];
  /** By how much all volumes together are below what they may hold, in the unit of `fill`. */
  spare(volumes: readonly Volume[]): number;
  /** How many of them begin in the middle of a chapter. */
  splitChapters(volumes: readonly Volume[]): number;
  /** Volumes are evened out by as much at a time. */
  step: number;
}

/** As few volumes as there can be, and then as even as those can be without a chapter split for it. */
export function levelVolumes<Volume>({ fill, spare, splitChapters, step }: Filling<Volume>): Volume[] {
  const fewest = fill(0);
  if (fewest.length < 2) return fewest;
  for (let less = Math.floor(spare(fewest) / fewest.length / step) * step; less > 0; less -= step) {
    const even = fill(less);
    if (even.length === fewest.length && splitChapters(even) <= splitChapters(fewest)) return even;
  }
  return fewest;
}
