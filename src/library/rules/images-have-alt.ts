import { nameImage } from "../images.js";
import { point } from "./place.js";
import type { Rule } from "./rule.js";

export const imagesHaveAlt: Rule = {
  id: "images-have-alt",
  severity: "warning",
  ofTexts: true,
  summary: "A picture has words for those who do not see it.",
  *check({ patterns }) {
    for (const pattern of patterns) {
      for (const { src, alt, place } of pattern.body.images) {
        if (alt.trim() !== "") continue;
        yield {
          ...point(pattern, place),
          found: `${nameImage({ src })} without alt text`,
          expected: "words that say what it shows",
          mend: src.startsWith("[[")
            ? "write them after a bar: ![[file|words]]"
            : "write them between the brackets: ![words](file); in a drawing, as its <title>",
        };
      }
    }
  },
};
