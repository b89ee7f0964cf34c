import type { Edition } from "../../page/view.js";
import { fitOnScreen, type PictureSize } from "../pictures.js";
import { patternFile } from "./files.js";
import type { Issue } from "./issues.js";
import type { Shelf } from "./package/shelf.js";

const SVG = "image/svg+xml";

/** How the package addresses things; pictures that a pattern shows are put on the shelf. */
export function openEdition({ library: { patterns, byId }, addressOf }: Issue, shelf: Shelf): Edition {
  const published = new Set(patterns.map(({ id }) => id));
  return {
    href(id) {
      const pattern = byId.get(id);
      if (!pattern) return undefined;
      return published.has(id) ? patternFile(pattern.number) : addressOf(pattern);
    },
    image(image) {
      const { sha256: name, path: file, mediaType } = image;
      // A drawing has pixels to spare on a screen that is finer than a reader's measure.
      if (mediaType === SVG)
        return shelf.put({ name, file, mediaType: "image/png", size: fitTwice(image), drawn: image });
      return shelf.put({ name, file, mediaType, size: fitOnScreen(image) });
    },
    fit: fitOnScreen,
    formulas: true,
    figures: "screen",
    drawing: (hash, { png }) => shelf.put({ name: `diagram-${hash}`, file: png, mediaType: "image/png" }),
    vector: {
      drawing: (hash, { svg }) => shelf.put({ name: `diagram-${hash}`, file: svg, mediaType: SVG, lettered: true }),
      image: ({ sha256: name, path: file, mediaType }) =>
        mediaType === SVG ? shelf.put({ name, file, mediaType }) : undefined,
    },
  };
}

function fitTwice({ width, height }: PictureSize): PictureSize {
  return fitOnScreen({ width: 2 * width, height: 2 * height });
}
