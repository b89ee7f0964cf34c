import { sha256 } from "./sha256.js";

/** A slug is safe as a file name and as a URL segment: lower-case letters and digits in groups joined by hyphens. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// Longer names break zip tools and file systems once a folder and an extension are added.
const LONGEST = 120;

/** Turns any words into a slug; words in another script than Latin, of which nothing is left, into one of their own. */
export function toSlug(words: string): string {
  const slug = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return slug || `pattern-${sha256(words.normalize("NFC")).slice(0, 8)}`;
}

/** A slug with a number after it; a long one is cut so that the number has room. */
export function numberSlug(slug: string, number: number): string {
  const end = `-${number}`;
  return toSlug(slug.slice(0, LONGEST - end.length) + end);
}

/** A name as a key, in the letters of any script: `Gestión del agua` → `gestión-del-agua`; empty where it has none. */
export function toKey(name: string): string {
  const key = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return Array.from(key).slice(0, LONGEST).join("");
}

export function isSlug(value: string): boolean {
  return value.length <= LONGEST && SLUG.test(value);
}

/** `value-creation` → `Value creation`. */
export function toWords(key: string): string {
  const words = key.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
