import { readFile, writeFile } from "node:fs/promises";
import { embedLabelFont } from "../../../page/svg.js";
import type { Context } from "../../format.js";
import type { Resource } from "./shelf.js";

/** An SVG picture sees no font of the package: its text is set in the label face, which it takes along. */
export async function letter(picture: Resource, { cache, templates: { tokens } }: Context): Promise<Resource> {
  if (picture.mediaType !== "image/svg+xml") return picture;
  const file = await cache.file("epub-svg", [picture.href, tokens], async (path) => {
    await writeFile(path, embedLabelFont(await readFile(picture.file, "utf8"), tokens));
  });
  return { ...picture, file };
}
