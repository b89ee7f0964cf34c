import { nameImage } from "../images.js";
import { point } from "./place.js";
import { shownImages } from "./refused-images.js";
import type { Rule } from "./rule.js";

export const svgOnlyDraws: Rule = {
  id: "svg-only-draws",
  severity: "warning",
  ofTexts: true,
  summary: "An SVG only draws: nothing in it runs, moves, holds HTML or is loaded from elsewhere.",
  *check(library) {
    for (const { pattern, image, shown } of shownImages(library)) {
      if (shown.removed.length === 0) continue;
      yield {
        ...point(pattern, image.place),
        found: `${nameImage(image)}, an SVG with ${list(shown.removed)}`,
        expected: "an SVG of shapes, text and colours, with references to its own parts only",
        mend: "save it as plain SVG without what is named here: that is taken out, and the rest is shown",
      };
    }
  },
};

// Of a long list the first say enough.
const MOST = 5;

function list(parts: readonly string[]): string {
  const more = parts.length - MOST;
  return `${parts.slice(0, MOST).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
