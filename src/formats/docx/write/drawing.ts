import { ImageRun } from "docx";
import type { Picture } from "../model.js";
import type { PartContext } from "./part-context.js";

/** A picture in its line of text. One without words is marked as an ornament; an SVG has its PNG beside it. */
export function writePicture({ address, width, height, alt }: Picture, part: PartContext): ImageRun[] {
  const picture = part.pictures.get(address);
  if (!picture) return [];
  const number = part.nextPicture();
  const place = {
    transformation: { width, height },
    altText: { id: String(number), name: `Picture ${number}`, description: alt },
    ...(alt === "" ? { decorative: true } : {}),
  };
  if (picture.type !== "svg") return [new ImageRun({ ...picture, ...place })];
  return [new ImageRun({ ...picture, ...place, fallback: { type: "png", data: picture.fallback } })];
}
