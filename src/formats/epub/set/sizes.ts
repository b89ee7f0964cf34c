import { statSync } from "node:fs";
import { imageKey } from "../../../library/images.js";
import type { Library } from "../../../library/library.js";
import type { NumberedPattern, PatternId } from "../../../library/pattern.js";
import type { Context } from "../about.js";
import { LARGEST_FILE } from "../files.js";

// Of our own library, as its pages lie in the zip: 6,268 bytes for 976 words of text and what stands round it.
const PAGE = 2_000;
const WORD = 4.4;
/** An SVG becomes smaller in the zip by about so much. */
const PACKED = 0.6;

/** The cover, the faces and the pages round the patterns. */
export const SURROUNDINGS = 500_000;

/**
 * About how many bytes each pattern takes in an e-book, before anything is composed. A picture of several patterns is
 * counted with the first.
 */
export function estimateSizes(
  { patterns, images }: Pick<Library, "patterns" | "images">,
  { drawings }: Pick<Context, "drawings">,
): Map<PatternId, number> {
  const counted = new Set<string>();
  const sizeOnce = (name: string, size: () => number): number => {
    if (counted.has(name)) return 0;
    counted.add(name);
    return size();
  };
  const sizeOf = (pattern: NumberedPattern): number => {
    const pictures = pattern.body.images.map(({ src }) => {
      const image = images.get(imageKey(pattern, src));
      if (!image || "refused" in image) return 0;
      const { sha256, path } = image.moving ?? image;
      // A larger one loses pixels.
      return sizeOnce(sha256, () => Math.min(statSync(path).size, LARGEST_FILE));
    });
    const diagrams = pattern.body.diagrams.map(({ hash }) => {
      const drawing = drawings.get(hash);
      return drawing ? sizeOnce(hash, () => statSync(drawing.svg).size * PACKED) : 0;
    });
    return [...pictures, ...diagrams].reduce((sum, size) => sum + size, PAGE + WORD * pattern.body.words);
  };
  return new Map(patterns.map((pattern) => [pattern.id, sizeOf(pattern)]));
}
