import type { RefusedImage } from "../image-file.js";
import { nameImage } from "../images.js";
import { point } from "./place.js";
import { refusedImages } from "./refused-images.js";
import type { Rule } from "./rule.js";

/** What is expected instead of each. */
const EXPECTED: Partial<Record<RefusedImage["refused"], string>> = {
  "unknown-type": "a PNG, JPEG, GIF, WebP, AVIF, TIFF, BMP or SVG, whatever its name",
  "too-large": "at most as many bytes as limits.imageBytes allows",
  "too-many-pixels": "at most as many as limits.imagePixels allows",
  broken: "a picture that can be read to its end, and shows something",
  forbidden: "a file that whoever runs this command may read",
};

const SAVE = "save it again as PNG, JPEG or SVG, smaller if it is large";
const ALLOW = "give yourself the right to read it";

export const imagesAreReadable: Rule = {
  id: "images-are-readable",
  severity: "warning",
  ofTexts: true,
  summary: "A picture is a PNG, JPEG, GIF, WebP, AVIF, TIFF, BMP or SVG within the limits, and whole.",
  *check(library) {
    for (const { pattern, image, refused, what } of refusedImages(library)) {
      const expected = EXPECTED[refused];
      if (expected === undefined) continue;
      yield {
        ...point(pattern, image.place),
        found: `${nameImage(image)}, ${what}`,
        expected,
        mend: `${refused === "forbidden" ? ALLOW : SAVE}; its alt text is shown instead`,
      };
    }
  },
};
