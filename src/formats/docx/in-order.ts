/** Runs `run` on every item, at most `limit` at once, and yields what comes of them in the order of the items. */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  run: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  try {
    for (const item of items) {
      const result = run(item);
      // It is awaited below, in its turn; until then a failure is nobody's.
      result.catch(() => {});
      running.push(result);
      const first = running.length >= limit ? running.shift() : undefined;
      if (first) yield await first;
    }
    for (let first = running.shift(); first; first = running.shift()) yield await first;
  } finally {
    await Promise.allSettled(running);
  }
}
