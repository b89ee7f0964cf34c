import { uuidOf } from "../../../linked-data/uuid.js";
import type { Settings } from "../../settings.js";

/**
 * The identifier of the publication (EPUB 3.3, 5.5.3.1), the same in every build of every version of it: the ISBN, else
 * a UUID made of what the library is called on the web and the book's short name.
 */
export function identify({ book, dataset }: Pick<Settings, "book" | "dataset">): string {
  if (book.isbn.epub) return `urn:isbn:${book.isbn.epub.replace(/[^\dX]/gi, "")}`;
  return `urn:uuid:${uuidOf(`${dataset.base ?? ""}${book.slug}`)}`;
}
