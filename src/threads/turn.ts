/**
 * Lets waiting events run, signals above all. Between two calls the work should take only a moment, however large the
 * library is.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Goes through steps, with a turn for what waits after each. */
export async function inTurns<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turn();
  }
}

/** Goes through steps in one go, for those who have few. */
export function atOnce<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Things of which there may be very many, with a step after every thousand. */
export function* inThousands<Item>(items: Iterable<Item>, work: (item: Item) => void): Generator<void, void> {
  let count = 0;
  for (const item of items) {
    work(item);
    if (++count % 1000 === 0) yield;
  }
}
