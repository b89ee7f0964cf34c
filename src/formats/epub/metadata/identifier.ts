import { createHash } from "node:crypto";
import type { Settings } from "../../settings.js";

// RFC 9562, 6.6: the namespace of names that are URLs.
const URL_NAMESPACE = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/**
 * The identifier of the publication (EPUB 3.3, 5.5.3.1), the same in every build of every version of it: the ISBN, else
 * a UUID made of what the library is called on the web and the book's short name.
 */
export function identify({ book, dataset }: Pick<Settings, "book" | "dataset">): string {
  if (book.isbn.epub) return `urn:isbn:${book.isbn.epub.replace(/[^\dX]/gi, "")}`;
  return `urn:uuid:${uuidOf(`${dataset.base}${book.slug}`)}`;
}

/** A UUID of version 5 (RFC 9562, 5.5). */
function uuidOf(name: string): string {
  const namespace = Buffer.from(URL_NAMESPACE.replaceAll("-", ""), "hex");
  const bytes = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
