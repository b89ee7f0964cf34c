import type { Book } from "../../book/settings.js";
import type { VolumePlan } from "./paging/plan.js";

/** What a volume's file names have after the book's. */
export function volumeSuffix({ number }: Pick<VolumePlan, "number">): string {
  return number === 1 ? "" : `-vol-${number}`;
}

/** The ISBN of a printed volume: its own, else that of the book. */
export function volumeIsbn({ isbn }: Book, { number }: Pick<VolumePlan, "number">): string | undefined {
  return isbn.volumes?.[number - 1] ?? isbn.print;
}
