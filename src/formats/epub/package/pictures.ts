import { readFile, stat, writeFile } from "node:fs/promises";
import { embedLabelFont } from "../../../page/svg.js";
import { preparePicture } from "../../pictures.js";
import type { Rasters } from "../../rasters.js";
import type { Context } from "../about.js";
import { LARGEST_FILE } from "../files.js";
import type { Picture, Resource } from "./resources.js";

/** A picture as it is packed: upright, no larger than a screen, in a file that is not too large; an SVG with the face that its text is set in, and its PNG. */
export async function packPicture(
  { name, size, drawn, lettered = false, ...picture }: Picture,
  rasters: Rasters,
  context: Context,
): Promise<Resource> {
  const { mediaType } = picture;
  const path = drawn ? await rasters.pngOf(drawn) : picture.file;
  const file =
    mediaType === "image/svg+xml" && !lettered
      ? await letter(picture, context)
      : await lighten(
          name,
          await preparePicture({ path, sha256: name, mediaType }, size, context.cache),
          context.cache,
        );
  return { ...picture, file };
}

/** An SVG picture sees no font of the package: its text is set in the label face, which it takes along. */
function letter({ href, file }: Resource, { cache, templates: { tokens } }: Context): Promise<string> {
  return cache.file("epub-svg", { href, tokens }, async (path) => {
    await writeFile(path, embedLabelFont(await readFile(file, "utf8"), tokens));
  });
}

/** A picture whose file would be too large loses as few pixels as possible; on the page it keeps its size. */
async function lighten(name: string, file: string, cache: Context["cache"]): Promise<string> {
  const { size } = await stat(file);
  if (size <= LARGEST_FILE) return file;
  const { default: sharp } = await import("sharp");
  return cache.file("light-pictures", { name, size, largest: LARGEST_FILE, sharp: sharp.versions }, async (path) => {
    const picture = await readFile(file);
    const { width } = await sharp(picture).metadata();
    let light = picture;
    // One of very many frames stays too large at any width.
    for (let pixels = width; light.length > LARGEST_FILE && pixels > 1; ) {
      pixels = Math.max(1, Math.floor(pixels * Math.min(0.95, Math.sqrt(LARGEST_FILE / light.length))));
      light = await sharp(picture, { animated: true }).resize(pixels).toBuffer();
    }
    await writeFile(path, light);
  });
}
