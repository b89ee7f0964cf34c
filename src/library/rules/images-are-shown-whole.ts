import { nameImage } from "../images.js";
import { point } from "./place.js";
import { shownImages } from "./refused-images.js";
import type { Rule } from "./rule.js";

export const imagesAreShownWhole: Rule = {
  id: "images-are-shown-whole",
  severity: "warning",
  ofTexts: true,
  summary: "All of a picture can be shown: each of its pages and frames, without damage.",
  *check(library) {
    for (const { pattern, image, shown } of shownImages(library)) {
      for (const fault of shown.faults) {
        yield {
          ...point(pattern, image.place),
          found: `${nameImage(image)}, ${fault}`,
          expected: "a picture of which all can be shown",
          mend: "save it again, each page as a file of its own; until then it is shown as found",
        };
      }
    }
  },
};
