import { readFile, writeFile } from "node:fs/promises";
import type { ImageFile } from "../library/image-file.js";
import type { Cache } from "../workplace/cache.js";

/** A size in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

// Old reading systems give up on larger pictures, and none has a screen that shows more.
const LONGEST_SIDE = 1600;

/** The size of a picture for the screen of an e-reader: its own, or one that fits. */
export function fitOnScreen({ width, height }: PictureSize): PictureSize {
  const share = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** What is asked of a picture file. */
type PictureFile = Pick<ImageFile, "path" | "sha256" | "mediaType">;

/**
 * A camera lays a picture on its side and notes how to turn it; not every reader heeds the note. Turns it upright, and
 * makes it smaller where `size` is; otherwise the file is given back as it is. A GIF that moves goes on moving.
 * @param size pixels, as the picture is to be
 * @returns an absolute path
 */
export async function preparePicture(
  { path, sha256, mediaType }: PictureFile,
  size: PictureSize | undefined,
  cache: Cache,
): Promise<string> {
  if (mediaType === "image/svg+xml") return path;
  // Loaded where there is a picture: it takes a tenth of a second.
  const { default: sharp } = await import("sharp");
  const picture = sharp(await readFile(path), { animated: true });
  const { orientation = 1, width, pageHeight, height } = await picture.metadata();
  const upright = orientation > 4 ? (pageHeight ?? height) : width;
  const smaller = size && size.width < upright ? size : undefined;
  if (orientation === 1 && !smaller) return path;
  return cache.file("pictures", [sha256, smaller ?? null, sharp.versions], async (to) => {
    const turned = picture.autoOrient();
    await writeFile(to, await (smaller ? turned.resize(smaller.width) : turned).toBuffer());
  });
}
