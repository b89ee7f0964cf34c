import { drawCode } from "../../page/figures/qr-code.js";
import { drawBilevel } from "./bilevel.js";
import type { LoadedPicture } from "./write/parts.js";

/** A QR code as Word takes it. */
export interface CodePicture {
  picture: LoadedPicture;
  /** Its side in CSS pixels. */
  size: number;
}

const PIXELS_PER_POINT = 96 / 72;
/** Of the PNG, for each module: 600 dots an inch on paper. */
const DOTS = 8;

/** The QR code of an address; undefined for one that is too long. */
export function pictureCode(address: string): CodePicture | undefined {
  const code = drawCode(address);
  if (!code) return undefined;
  const { path, modules, size, rows } = code;
  const svg = new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${modules}" height="${modules}" viewBox="0 0 ${modules} ${modules}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${modules}v${modules}h-${modules}z"/><path d="${path}"/></svg>`,
  );
  return { picture: { type: "svg", data: svg, fallback: drawBilevel(rows, DOTS) }, size: size * PIXELS_PER_POINT };
}
