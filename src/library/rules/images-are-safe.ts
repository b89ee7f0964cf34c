import { point } from "./place.js";
import { refusedImages } from "./refused-images.js";
import type { Rule } from "./rule.js";

export const imagesAreSafe: Rule = {
  id: "images-are-safe",
  severity: "warning",
  summary: "A picture stands below the library's folder, and an SVG neither runs nor loads anything.",
  *check(library) {
    for (const { pattern, image, refused } of refusedImages(library)) {
      if (!(refused === "outside" || refused === "unsafe")) continue;
      yield {
        ...point(pattern, image.place),
        found:
          refused === "outside"
            ? `the picture ${image.src}, outside the library`
            : `the picture ${image.src}, an SVG with active parts`,
        expected: refused === "outside" ? "a file below the library's folder" : "an SVG that only draws",
        mend:
          refused === "outside"
            ? "copy the file into the library"
            : "save it without scripts, styles from elsewhere and animation, or as PNG",
      };
    }
  },
};
