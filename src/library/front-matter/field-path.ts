/**
 * The dotted path of a value in front matter, from the names of fields and the indexes of lists that lead to it:
 * `related.0.slug`. A dot that belongs to a name is written `\.` and a backslash `\\`, so that no two values share one.
 */
export function pathOf(keys: readonly (string | number)[]): string {
  return keys.map((key) => String(key).replace(/[\\.]/g, "\\$&")).join(".");
}
