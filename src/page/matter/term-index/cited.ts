/** The place where a source of a pattern stands in its record, from 0: no slug has two hyphens. */
export function citedId(slug: string, source: number): string {
  return `cited--${slug}--${source + 1}`;
}
