import { imageKey } from "../../library/images.js";
import type { Library } from "../../library/library.js";
import type { NumberedPattern } from "../../library/pattern.js";
import type { EditionAddresses } from "../../page/edition-addresses.js";
import type { Rasters } from "../rasters.js";
import type { Context } from "./about.js";
import type { PictureFile } from "./task.js";

interface PictureSources {
  library: Library;
  context: Pick<Context, "drawings">;
  addresses: EditionAddresses;
  rasters: Rasters;
}

/** The files of a pattern's pictures, by the addresses that the edition gives them. */
export async function gatherPictures(
  pattern: NumberedPattern,
  { library, context, addresses, rasters }: PictureSources,
): Promise<Record<string, PictureFile>> {
  const pictures: Record<string, PictureFile> = {};
  for (const { src } of pattern.body.images) {
    const image = library.images.get(imageKey(pattern, src));
    if (!image || "refused" in image) continue;
    const { mediaType, path: file } = image;
    const fallback = mediaType === "image/svg+xml" ? { fallback: await rasters.pngOf(image) } : {};
    pictures[addresses.image(image)] = { file, mediaType, ...fallback };
  }
  for (const { hash } of pattern.body.diagrams) {
    const drawing = context.drawings.get(hash);
    if (!drawing) continue;
    const { plain, png } = drawing;
    pictures[addresses.drawing(hash, drawing)] =
      plain === undefined
        ? { file: png, mediaType: "image/png" }
        : { file: plain, mediaType: "image/svg+xml", fallback: png };
  }
  return pictures;
}
