import type { Picture } from "../model.js";
import type { Handle } from "../state.js";
import { PIXEL } from "../styles/measures.js";

/** Two thirds of the text's height on A4, in CSS pixels: a higher picture would leave a page half empty. */
const TALLEST = 620;

/** A picture that would be smaller than this part of itself reaches into the space for notes. */
const LEGIBLE = 0.7;

/** A picture in its own size or the one asked for, or as large as there is room for it. */
export const img: Handle = (state, element, inherited) => {
  const { src, alt, width, height, dataShare } = element.properties;
  const address = String(src ?? "");
  const words = typeof alt === "string" ? alt.trim() : "";
  if (!Object.hasOwn(state.pictures, address)) {
    return words ? [{ kind: "text", value: `[${words}]`, marks: inherited.marks, verbatim: false }] : [];
  }
  const own = { width: Number(width) || 1, height: Number(height) || 1 };
  const share = dataShare === undefined ? 1 : ((inherited.width / PIXEL) * Number(dataShare)) / 100 / own.width;
  const size = { width: own.width * share, height: own.height * share };
  const room = inherited.width / PIXEL < size.width * LEGIBLE ? inherited.full : inherited.width;
  const scale = Math.min(1, room / PIXEL / size.width, TALLEST / size.height);
  const picture: Picture = {
    kind: "picture",
    address,
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
    alt: words || state.title,
  };
  return [picture];
};
