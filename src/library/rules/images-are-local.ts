import { nameImage } from "../images.js";
import { point } from "./place.js";
import { refusedImages } from "./refused-images.js";
import type { Rule } from "./rule.js";

export const imagesAreLocal: Rule = {
  id: "images-are-local",
  severity: "warning",
  ofTexts: true,
  summary: "A picture is a file, not an address on the web.",
  *check(library) {
    for (const { pattern, image, refused } of refusedImages(library)) {
      if (!(refused === "remote")) continue;
      yield {
        ...point(pattern, image.place),
        found: `${nameImage(image)}`,
        expected: "a file of the library: nothing is fetched from the web",
        mend: "keep a copy in the library, if its licence allows, and name it under images in the configuration; its alt text is shown instead",
      };
    }
  },
};
