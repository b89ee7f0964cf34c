import type { SectionRole } from "../../library/pattern.js";
import { divideSection } from "./divide.js";
import type { Found, Matter } from "./extract.js";
import type { Reading } from "./language/index.js";
import { openingOf, readPassages } from "./passages.js";
import type { Piece } from "./pieces.js";
import { pointsOf } from "./points.js";
import { readProse } from "./prose.js";
import { sayPoints } from "./say.js";

/** What a card is taken from. */
export interface Source {
  pieces: readonly Piece[];
  language: string;
  reading: Reading;
}

/** What the first section that gives anything gives: some are headings alone. */
export function firstOf(
  { pieces }: Source,
  fits: (piece: Piece) => boolean,
  take: (piece: Piece) => Found | undefined,
): Found | undefined {
  for (const piece of pieces) {
    const taken = fits(piece) ? take(piece) : undefined;
    if (taken) return taken;
  }
  return undefined;
}

/** Fewer make no list. */
const FEWEST = 2;

export function pointsOfRole(source: Source, wanted: SectionRole, matter: Matter): Found | undefined {
  const { language, reading } = source;
  return firstOf(
    source,
    ({ role }) => role === wanted,
    (piece) => {
      const { section } = divideSection(piece.element, reading);
      const points = pointsOf(section, language);
      const said = sayPoints(points, reading, { named: matter === "principles" });
      return said.length < FEWEST
        ? undefined
        : toExtract(
            piece,
            matter,
            said.map((point) => [point]),
            points.length,
          );
    },
  );
}

export function proseOf(source: Source, wanted: SectionRole, matter: Matter): Found | undefined {
  return firstOf(
    source,
    ({ role }) => role === wanted,
    (piece) => takeProse(piece, matter, source),
  );
}

/** The opening of a section, else all of it, as sentences by paragraph: those that belong to the matter. */
export function takeProse(piece: Piece, matter: Matter, { language, reading }: Source): Found | undefined {
  const { section } = divideSection(piece.element, reading);
  const belongs = (sentence: string): boolean => belongsTo(matter, sentence, reading);
  const read = (from: typeof section): string[][] => readProse(readPassages(from), language, reading, belongs);
  const opening = read(openingOf(section));
  return toExtract(piece, matter, opening.length > 0 ? opening : read(section));
}

/** How to do it is told, not how it went or why it matters; what it is in short is no anecdote. */
function belongsTo(matter: Matter, sentence: string, reading: Reading): boolean {
  switch (matter) {
    case "practices":
    case "steps":
      return reading.tells(sentence) && !reading.narrates(sentence);
    case "therefore":
      return !(reading.isComment(sentence) || reading.isFiller(sentence)) && !reading.narrates(sentence);
    case "overview":
      return !reading.narrates(sentence);
    case "principles":
      return !(reading.isFiller(sentence) || reading.narrates(sentence));
    default:
      return true;
  }
}

export function toExtract(
  { title }: Piece,
  matter: Matter,
  items: string[][],
  total: number | null = null,
): Found | undefined {
  if (items.length === 0) return undefined;
  return { matter, section: title, form: total === null ? "prose" : "points", items, total };
}
