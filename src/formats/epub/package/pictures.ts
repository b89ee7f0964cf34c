import { readFile, writeFile } from "node:fs/promises";
import { embedLabelFont } from "../../../page/svg.js";
import type { Context } from "../../format.js";
import { preparePicture } from "../../pictures.js";
import type { Rasters } from "../../rasters.js";
import type { Picture, Resource } from "./shelf.js";

/** A picture as it is packed: upright and no larger than a screen; an SVG with the face that its text is set in, and its PNG. */
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
      : await preparePicture({ path, sha256: name, mediaType }, size, context.cache);
  return { ...picture, file };
}

/** An SVG picture sees no font of the package: its text is set in the label face, which it takes along. */
function letter({ href, file }: Resource, { cache, templates: { tokens } }: Context): Promise<string> {
  return cache.file("epub-svg", [href, tokens], async (path) => {
    await writeFile(path, embedLabelFont(await readFile(file, "utf8"), tokens));
  });
}
