import { nameImage } from "../images.js";
import { point } from "./place.js";
import { shownImages } from "./refused-images.js";
import type { Rule } from "./rule.js";

// By what is told of a picture; a fault that none of these tells of is mended by saving it again.
const MENDS: readonly [told: RegExp, mend: string][] = [
  [/of \d+ pages/, "save each page as a file of its own"],
  [/of \d+ frames/, "save it with fewer frames or pixels, or raise limits.imagePixels"],
  [/which moves/, "save it as a GIF or WebP, which an e-book shows moving, or as a still picture"],
  [/damaged|cut off/, "copy or export it once more from where it came from"],
];

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
          mend: `${MENDS.find(([told]) => told.test(fault))?.[1] ?? "save it again"}; until then it is shown as found`,
        };
      }
    }
  },
};
