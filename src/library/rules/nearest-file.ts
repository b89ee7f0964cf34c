import { posix } from "node:path";
import type { Library, LibraryFile } from "../library.js";
import type { Pattern } from "../pattern.js";
import { openMisspelt } from "./misspelt.js";

/** Names the file that a link to a missing path probably means; undefined where none comes close. */
export type FindNearest = (path: string, from: Pick<Pattern, "source">) => string | undefined;

/** Of several files the first in order of their paths. Returns words that say how to fix the link. */
export function openNearest({ files, byId }: Pick<Library, "files" | "byId">): FindNearest {
  const targets = [...files.values()].filter((file) => file.role === "pattern");
  const bySpelling = keyed(targets, ({ path }) => path.toLowerCase());
  const bySlug = keyed(targets, ({ id }) => byId.get(id)?.slug ?? "");
  const byName = keyed(targets, ({ path }) => nameOf(path));
  const misspelt = openMisspelt([...byName.keys(), ...bySlug.keys()]);
  return (path, { source }) => {
    const sameButCase = bySpelling.get(path.toLowerCase());
    if (sameButCase) return `write ${wayTo(sameButCase, source.path)}: capitals count`;
    const name = misspelt(nameOf(path)) ?? "";
    const near = byName.get(name) ?? bySlug.get(name);
    return near && `write ${wayTo(near, source.path)} if you mean that pattern`;
  };
}

function keyed<File extends LibraryFile>(files: readonly File[], keyOf: (file: File) => string): Map<string, File> {
  return new Map(files.toReversed().map((file) => [keyOf(file), file]));
}

function nameOf(path: string): string {
  return posix.basename(path).replace(/\.(?:md|markdown)$/i, "");
}

function wayTo({ path }: LibraryFile, from: string): string {
  return posix.relative(posix.dirname(from), path);
}
