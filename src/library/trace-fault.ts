/**
 * Finds which of several items make some work fail: by halves, those that make it fail alone; if there are none, the
 * first one that makes it fail together with those before it. Yields what to try it with, and is told whether it fails.
 * @returns those things; none where it fails with nothing at all
 */
export function* traceFault<Item>(items: readonly Item[]): Generator<readonly Item[], Item[], boolean> {
  if (yield []) return [];
  const alone = yield* divide(items);
  if (alone.length > 0) return alone;
  let [works, fails] = [0, items.length];
  while (fails - works > 1) {
    const middle = Math.floor((works + fails) / 2);
    if (yield items.slice(0, middle)) fails = middle;
    else works = middle;
  }
  return items.slice(works, fails);
}

function* divide<Item>(items: readonly Item[]): Generator<readonly Item[], Item[], boolean> {
  if (items.length === 0 || !(yield items)) return [];
  if (items.length === 1) return [...items];
  const middle = Math.ceil(items.length / 2);
  return [...(yield* divide(items.slice(0, middle))), ...(yield* divide(items.slice(middle)))];
}
