import type { Library } from "../library.js";
import { toSlug } from "../slug.js";

/**
 * Finds the file that a target names and that has an error of its own: what points at it is not astray. A file that
 * cannot be read is known by its name alone, one that was left out for another by its id, slug and title too.
 * @returns the file's path; undefined where no such file is meant
 */
export function openUnread({
  failed,
  duplicates,
}: Pick<Library, "failed" | "duplicates">): (target: string) => string | undefined {
  const paths = new Map<string, string>();
  for (const { path } of failed) paths.set(toSlug(nameOf(path)), path);
  for (const { pattern } of duplicates) {
    const { id, slug, title, source } = pattern;
    for (const name of [nameOf(source.path), id, slug, title]) paths.set(toSlug(name), source.path);
  }
  return (target) => {
    const [page = ""] = target.replace(/^\[\[|\]\]$/g, "").split(/[#|]/);
    return page.trim() === "" ? undefined : paths.get(toSlug(nameOf(page)));
  };
}

/** `care/seed-library.md` and `../care/seed-library/` → `seed-library`. */
function nameOf(path: string): string {
  const segment =
    path
      .replace(/\/(?:index\.\w+)?$/, "")
      .split("/")
      .at(-1) ?? "";
  return segment.replace(/\.(?:md|markdown|html?)$/i, "");
}
