import type { Book } from "../../book/settings.js";
import { unmarked } from "../../page/languages/marks.js";
import { type Locale, word } from "../../page/locale.js";
import type { VolumePlan } from "./paging/plan.js";

/** What a volume's file names have after the book's. */
export function volumeSuffix({ number }: Pick<VolumePlan, "number">): string {
  return number === 1 ? "" : `-vol-${number}`;
}

/**
 * The title of a volume: the book's, and which one it is where there are several.
 * @param count how many volumes the book has
 */
export function volumeTitle(
  { title }: Book,
  { number }: Pick<VolumePlan, "number">,
  count: number,
  locale: Locale,
): string {
  return count > 1 ? `${title}, ${unmarked(word(locale, "volume"))} ${number}` : title;
}

/** The ISBN of a printed volume: its own, else that of the book. */
export function volumeIsbn({ isbn }: Book, { number }: Pick<VolumePlan, "number">): string | undefined {
  return isbn.volumes?.[number - 1] ?? isbn.print;
}
