import { point } from "./place.js";
import { refusedImages } from "./refused-images.js";
import type { Rule } from "./rule.js";

const WORDS = {
  "unknown-type": "of a type that no edition shows",
  "too-large": "larger than the limit",
  broken: "whose size cannot be read",
} as const;

export const imagesAreReadable: Rule = {
  id: "images-are-readable",
  severity: "warning",
  summary: "A picture is a PNG, JPEG, GIF or SVG within the configured size.",
  *check(library) {
    for (const { pattern, image, refused } of refusedImages(library)) {
      if (!(refused === "unknown-type" || refused === "too-large" || refused === "broken")) continue;
      yield {
        ...point(pattern, image.place),
        found: `the picture ${image.src}, ${WORDS[refused]}`,
        expected: "a PNG, JPEG, GIF or SVG within limits.imageBytes",
        mend: "save it in one of these formats, and smaller if it is large; its alt text is shown instead",
      };
    }
  },
};
