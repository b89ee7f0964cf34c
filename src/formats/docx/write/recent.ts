/** Returns what was made for a key before, if it is among the last ones used; otherwise makes it. */
export type Recent<Value> = (key: string, make: () => Value) => Value;

/** @param most how many are kept: those that were asked for last */
export function keepRecent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, Value>();
  return (key, make) => {
    const value = kept.get(key) ?? make();
    // A map lists its keys in the order in which they came.
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.size > most ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
