/** A slug is safe as a file name and as a URL segment: lower-case letters and digits in groups joined by hyphens. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// Longer names break zip tools and file systems once a folder and an extension are added.
const LONGEST = 120;

/** Turns any words into a slug; `pattern` when nothing usable is left. */
export function toSlug(words: string): string {
  const slug = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return slug || "pattern";
}

export function isSlug(value: string): boolean {
  return value.length <= LONGEST && SLUG.test(value);
}

/** `value-creation` → `Value creation`. */
export function toWords(key: string): string {
  const words = key.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
