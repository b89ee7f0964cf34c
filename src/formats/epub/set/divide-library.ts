import type { Library } from "../../../library/library.js";
import type { NumberedPattern } from "../../../library/pattern.js";
import type { Context } from "../about.js";
import { readBytes } from "../settings.js";
import { estimateSizes, SURROUNDINGS } from "./sizes.js";
import { divideBySize, type Limit } from "./volumes.js";

/** The patterns of each e-book, in book order, and what they were divided by. */
export interface Division {
  by: "part" | "volume";
  groups: NumberedPattern[][];
}

// Mail takes no larger attachment, and a reader on an old device waits a minute for a list of so many entries.
export const LARGEST_BOOK: Limit = { bytes: 25_000_000, patterns: 1_000 };

/** Divides a library as the configuration asks; where it asks for nothing, into volumes if it is too large for one. */
export function divide(library: Library, context: Context): Division {
  const { split } = context.config.epub;
  if (split === false) return { by: "volume", groups: [[...library.patterns]] };
  if (split === "part") {
    return { by: "part", groups: library.parts.map(({ chapters }) => chapters.flatMap(({ patterns }) => patterns)) };
  }
  const printed = split === "volume" ? listPrinted(library, context) : [];
  if (printed.length > 0) return { by: "volume", groups: printed };
  const bytes = split === "auto" || split === "volume" ? undefined : readBytes(split);
  const { bytes: most, patterns } = bytes === undefined ? LARGEST_BOOK : { bytes, patterns: Number.POSITIVE_INFINITY };
  const sizes = estimateSizes(library, context);
  return { by: "volume", groups: divideBySize(library, sizes, { bytes: most - SURROUNDINGS, patterns }) };
}

/** The volumes of the printed book; none where that is not made. */
function listPrinted({ patterns }: Pick<Library, "patterns">, { locations }: Context): NumberedPattern[][] {
  const volumes = new Map<number, NumberedPattern[]>();
  for (const pattern of patterns) {
    const volume = locations.print.get(pattern.id)?.volume;
    if (volume === undefined) return [];
    volumes.set(volume, [...(volumes.get(volume) ?? []), pattern]);
  }
  return [...volumes].sort(([one], [other]) => one - other).map(([, own]) => own);
}
