/** Things that are counted by what they say: each is to be there as often as in the source. */

/** Counts what there is and takes from it. */
export interface Stock {
  take(key: string): boolean;
}

export function openStock(keys: readonly string[]): Stock {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    take(key) {
      const count = counts.get(key) ?? 0;
      if (count > 0) counts.set(key, count - 1);
      return count > 0;
    },
  };
}
