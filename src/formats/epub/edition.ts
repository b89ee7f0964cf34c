import type { Edition } from "../../page/view.js";
import { fitOnScreen } from "../pictures.js";
import { patternFile } from "./files.js";
import type { Issue } from "./issues.js";
import type { Shelf } from "./package/shelf.js";

/** How the package addresses things; pictures that a pattern shows are put on the shelf. */
export function openEdition({ library: { patterns, byId }, addressOf }: Issue, shelf: Shelf): Edition {
  const published = new Set(patterns.map(({ id }) => id));
  return {
    href(id) {
      const pattern = byId.get(id);
      if (!pattern) return undefined;
      return published.has(id) ? patternFile(pattern.slug) : addressOf(pattern);
    },
    image: (image) =>
      shelf.put({ name: image.sha256, file: image.path, mediaType: image.mediaType, size: fitOnScreen(image) }),
    fit: fitOnScreen,
    formulas: true,
    figures: "screen",
    drawing: (hash, { png }) => shelf.put({ name: `diagram-${hash}`, file: png, mediaType: "image/png" }),
    vector: (hash, { svg }) =>
      shelf.put({ name: `diagram-${hash}`, file: svg, mediaType: "image/svg+xml", lettered: true }),
  };
}
