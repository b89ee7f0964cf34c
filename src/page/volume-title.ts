import { unmarked } from "./languages/marks.js";
import { type Locale, word } from "./locale.js";

/**
 * The title of a volume: the book's, and which one it is where there are several.
 * @param count how many volumes the book has
 */
export function volumeTitle(
  { title }: { title: string },
  { number }: { number: number },
  count: number,
  locale: Locale,
): string {
  return count > 1 ? `${title}, ${unmarked(word(locale, "volume"))} ${number}` : title;
}
