import { nameImage } from "../images.js";
import { point } from "./place.js";
import { refusedImages } from "./refused-images.js";
import type { Rule } from "./rule.js";

export const imagesAreSafe: Rule = {
  id: "images-are-safe",
  severity: "warning",
  ofTexts: true,
  summary: "A picture stands below the library's folder, and an SVG can be drawn without harm.",
  *check(library) {
    for (const { pattern, image, refused, what } of refusedImages(library)) {
      if (!(refused === "outside" || refused === "unsafe")) continue;
      yield {
        ...point(pattern, image.place),
        found: `${nameImage(image)}, ${refused === "outside" ? "outside the library" : what}`,
        expected:
          refused === "outside"
            ? "a file below the library's folder"
            : "an SVG that only draws, and no more than 100,000 parts",
        mend:
          refused === "outside"
            ? "copy the file into the library"
            : "save it as plain SVG, with fewer parts if it has many, or as PNG; its alt text is shown instead",
      };
    }
  },
};
