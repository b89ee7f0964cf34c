import { statSync } from "node:fs";
import type { PatternId } from "../../library/pattern.js";
import type { EditionAddresses } from "../../page/edition-addresses.js";
import { fitOnScreen, type PictureSize } from "../pictures.js";
import { LARGEST_FILE, listTextFiles, patternFile } from "./files.js";
import type { Issue } from "./issues.js";
import type { Shelf } from "./package/resources.js";
import { addressInBook } from "./xhtml/elsewhere.js";
import { toWord } from "./xhtml/ids.js";

// Bytes of the faces that an SVG with text takes along, Latin with all accents.
const FACES = 140_000;

const SVG = "image/svg+xml";

/** How the package addresses things; pictures that a pattern shows are put on the shelf. */
export function addressPackage({ library, addressOf, bookOf }: Issue, shelf: Shelf): EditionAddresses {
  const { patterns, byId } = library;
  const texts = listTextFiles(library);
  const published = new Set(patterns.map(({ id }) => id));
  const nameBookOf = (id: PatternId): string | undefined => {
    const book = bookOf(id);
    return book && addressInBook(book);
  };
  return {
    href(id, anchor) {
      const pattern = byId.get(id);
      if (!pattern) return undefined;
      if (!published.has(id)) return addressOf(pattern) ?? nameBookOf(id);
      return toPlace(patternFile(pattern.number), anchor);
    },
    text(id, anchor) {
      const file = texts.get(id);
      return file ? toPlace(file, anchor) : nameBookOf(id);
    },
    image(image) {
      // On a screen it may move.
      const { sha256: name, path: file, mediaType } = image.moving ?? image;
      if (mediaType === SVG && isSmall(file, FACES)) return shelf.put({ name, file, mediaType });
      // A drawing has pixels to spare on a screen that is finer than a reader's measure.
      if (mediaType === SVG)
        return shelf.put({ name, file, mediaType: "image/png", size: fitTwice(image), drawn: image });
      return shelf.put({ name, file, mediaType, size: fitOnScreen(image) });
    },
    fit: fitOnScreen,
    figures: "screen",
    drawing: (hash, { svg, png }) =>
      shelf.put({
        name: `diagram-${hash}`,
        ...(isSmall(svg, 0) ? { file: svg, mediaType: SVG, lettered: true } : { file: png, mediaType: "image/png" }),
      }),
  };
}

function toPlace(file: string, anchor: string | undefined): string {
  return anchor === undefined ? file : `${file}#${toWord(anchor)}`;
}

/** Whether an SVG, and what is added to it, is small enough for a package. A larger one is shown as its PNG. */
function isSmall(file: string, added: number): boolean {
  return statSync(file).size + added <= LARGEST_FILE;
}

function fitTwice({ width, height }: PictureSize): PictureSize {
  return fitOnScreen({ width: 2 * width, height: 2 * height });
}
