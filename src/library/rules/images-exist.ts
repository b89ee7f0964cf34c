import { nameImage } from "../images.js";
import { point } from "./place.js";
import { refusedImages } from "./refused-images.js";
import type { Rule } from "./rule.js";

export const imagesExist: Rule = {
  id: "images-exist",
  severity: "warning",
  ofTexts: true,
  summary: "A picture is a file of the library.",
  *check(library) {
    for (const { pattern, image, refused, what = "which is not there" } of refusedImages(library)) {
      if (!(refused === "missing")) continue;
      yield {
        ...point(pattern, image.place),
        found: `${nameImage(image)}, ${what}`,
        expected: "a file below the library's folder",
        mend: "add the file or correct the path; its alt text is shown instead",
      };
    }
  },
};
