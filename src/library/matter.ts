import { dirname, posix } from "node:path";
import { valuesOf } from "./field-values.js";
import { keyOf } from "./groups.js";
import type { Chapter, Library, Part } from "./library.js";
import type { Matter } from "./pattern.js";

/** The texts of a book, each where it stands. */
export interface PlacedMatter {
  front: Matter[];
  back: Matter[];
  openings: ReadonlyMap<Part | Chapter, Matter>;
}

/**
 * Places the texts of a library in its book. One that opens a part which the book does not name stands before the
 * patterns; one of a part that is not published is left out with it.
 */
export function placeMatter({ matter, parts, by }: Pick<Library, "matter" | "parts" | "by">): PlacedMatter {
  const openings = new Map<Part | Chapter, Matter>();
  const front: Matter[] = [];
  for (const text of matter) {
    if (text.as === "front") front.push(text);
    if (text.as !== "opening") continue;
    const group = findOpened(text, { parts, by });
    if (group && (group.name === undefined || openings.has(group))) front.push(text);
    else if (group) openings.set(group, text);
  }
  return { front, back: matter.filter((text) => text.as === "back"), openings };
}

/** Texts that say they open a part or a chapter which the library does not have stand before its patterns. */
export function settleOpenings(
  matter: readonly Matter[],
  order: { parts: readonly Part[]; by: readonly string[] },
): Matter[] {
  return matter.map((text) =>
    text.as === "opening" && !findOpened(text, order) ? { ...text, as: "front" as const } : text,
  );
}

/** The chapter that a text names beside its part, else the part. */
function findOpened(
  text: Matter,
  { parts, by }: { parts: readonly Part[]; by: readonly string[] },
): Part | Chapter | undefined {
  const [partKey, chapterKey] = by.map((field) => keyIn(text, field));
  const part = parts.find(({ key }) => key === partKey);
  return part?.chapters.find(({ key }) => key !== "" && key === chapterKey) ?? part;
}

/** The README of a folder opens what is in it: for a pattern it would be the page of the folder itself. */
function keyIn(text: Matter, field: string): string | undefined {
  const path = posix.join(dirname(text.source.path), "opening.md");
  const [value] = valuesOf({ ...text, source: { ...text.source, path } }, field);
  return value === undefined ? undefined : keyOf(String(value));
}
