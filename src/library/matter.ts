import { dirname, posix } from "node:path";
import { valuesOf } from "./field-values.js";
import { keyOf } from "./groups.js";
import type { Chapter, Library, Part, Texts } from "./library.js";
import { collectNames } from "./names.js";
import type { Matter, PatternId, Strayed } from "./pattern.js";

/** The texts of a book, each where it stands. */
export interface PlacedMatter {
  front: Matter[];
  back: Matter[];
  openings: ReadonlyMap<Part | Chapter, Matter>;
}

/** Where a text stands: before the patterns, after them, or where a part or a chapter begins. */
export type Standing = "front" | "back" | { part: Part; chapter?: Chapter };

/** Where each text of the book stands; those of parts that are not published do not. */
export function standings(library: Pick<Library, "matter" | "parts" | "by">): Map<PatternId, Standing> {
  const { front, back, openings } = placeMatter(library);
  const at = new Map<PatternId, Standing>();
  for (const { id } of front) at.set(id, "front");
  for (const part of library.parts) {
    const text = openings.get(part);
    if (text) at.set(text.id, { part });
    for (const chapter of part.chapters) {
      const opening = openings.get(chapter);
      if (opening) at.set(opening.id, { part, chapter });
    }
  }
  for (const { id } of back) at.set(id, "back");
  return at;
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

/** Texts that were to open what the book has no page for stand before its patterns, and say why. */
export function settleOpenings(
  matter: readonly Matter[],
  order: { parts: readonly Part[]; by: readonly string[] },
): Matter[] {
  const opened = new Map<Part | Chapter, Matter>();
  return matter.map((text) => {
    if (text.as !== "opening") return text;
    const group = findOpened(text, order);
    const first = group && opened.get(group);
    const stray = (strayed: Strayed): Matter => ({ ...text, as: "front", strayed });
    if (!group) return stray({ why: "unknown", named: order.by.flatMap((field) => keyIn(text, field) ?? []) });
    if (group.name === undefined) return stray({ why: "alone" });
    if (first) return stray({ why: "taken", by: first.source.path });
    opened.set(group, text);
    return text;
  });
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

/** The texts of a book for links to find them, by names that no pattern has: @param names of patterns */
export function collectTexts(matter: readonly Matter[], names: ReadonlyMap<string, PatternId>): Texts {
  const own = [...collectNames(matter)].filter(([name]) => !names.has(name));
  return { byId: new Map(matter.map((text) => [text.id, text])), names: new Map(own) };
}
