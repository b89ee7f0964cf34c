import type { Element, Root } from "hast";
import { hasClass } from "../../../page/class-names.js";
import { SKIP, visit } from "../../../trees/visit.js";
import type { PageGeometry } from "../trim.js";

/** How much of the text block's height a picture may take: text stands above or below it. */
const SHARE = 0.7;
const POINTS_PER_PIXEL = 0.75;

/** Gives every picture its width in points: its own or the one asked for, within the measure and most of a page's height. */
export function setPictures(tree: Root, geometry: PageGeometry): void {
  const measure = geometry.width - geometry.inner - geometry.outer;
  visit(tree, "element", (element) => {
    if (hasClass(element, "diagram")) return SKIP;
    if (element.tagName === "img") setPicture(element, { width: measure, height: geometry.block * SHARE });
    return undefined;
  });
}

function setPicture({ properties }: Element, room: { width: number; height: number }): void {
  const { dataShare, style, ...rest } = properties;
  const [width, height] = [Number(rest.width) * POINTS_PER_PIXEL, Number(rest.height) * POINTS_PER_PIXEL];
  if (!(width > 0 && height > 0)) return;
  const wanted = dataShare === undefined ? width : (room.width * Number(dataShare)) / 100;
  const set = Math.min(wanted, room.width, room.height * (width / height));
  delete properties.dataShare;
  properties.style = [`width:${Math.floor(set * 100) / 100}pt`, ...(style ? [style] : [])].join(";");
}
