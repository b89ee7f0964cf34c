import { readFile, writeFile } from "node:fs/promises";
import type { PictureFile } from "../library/image-file.js";
import type { Cache } from "../machine/cache.js";

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

/**
 * Makes a picture smaller where it is larger than `size`; otherwise the file is given back as it is. A GIF that moves goes
 * on moving.
 * @param size pixels, as the picture is to be
 * @returns an absolute path
 */
export async function preparePicture(
  { path, sha256, mediaType }: PictureFile,
  size: PictureSize | undefined,
  cache: Cache,
): Promise<string> {
  if (mediaType === "image/svg+xml" || !size) return path;
  // Loaded where there is a picture: it takes a tenth of a second.
  const { default: sharp } = await import("sharp");
  const picture = sharp(await readFile(path), { animated: true });
  const { width } = await picture.metadata();
  if (width <= size.width) return path;
  return cache.file("pictures", { content: sha256, size, sharp: sharp.versions }, async (to) => {
    await writeFile(to, await picture.resize(size.width).toBuffer());
  });
}
