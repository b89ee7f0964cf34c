import { readFileSync } from "node:fs";
import type { PictureFile } from "./task.js";
import type { LoadedPicture } from "./write/parts.js";

/** Reads the pictures of a page, by the addresses under which it names them. */
export function loadPictures(files: Readonly<Record<string, PictureFile>>): Map<string, LoadedPicture> {
  const loaded = new Map<string, LoadedPicture>();
  for (const [address, file] of Object.entries(files)) loaded.set(address, loadPicture(file));
  return loaded;
}

function loadPicture({ file, mediaType, fallback }: PictureFile): LoadedPicture {
  const data = new Uint8Array(readFileSync(file));
  if (mediaType === "image/svg+xml") {
    const png = new Uint8Array(readFileSync(fallback ?? file));
    // Word's drawing of style sheets in SVG is not to be relied on.
    return isStyled(data) ? { type: "png", data: png } : { type: "svg", data, fallback: png };
  }
  return { type: mediaType === "image/jpeg" ? "jpg" : mediaType === "image/gif" ? "gif" : "png", data };
}

function isStyled(svg: Uint8Array): boolean {
  return new TextDecoder().decode(svg).includes("<style");
}
