import type { Picture } from "../model.js";
import type { Press } from "./press.js";
import { element } from "./xml.js";

/** English metric units in a CSS pixel (ECMA-376, 20.1.2.1). */
const PIXEL = 9525;

/** Extensions by the ids that Microsoft gives them ([MS-ODRAWXML], 2.2): SVG beside its PNG, and a mere ornament. */
const SVG = {
  uri: "{96DAC541-7B7A-43D3-8B79-37D633B846F1}",
  namespace: "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
};
const DECORATIVE = {
  uri: "{C183D7F6-B498-43B3-948B-1728B52AA6E4}",
  namespace: "http://schemas.microsoft.com/office/drawing/2017/decorative",
};

/** A picture in its line of text (20.4.2.8). One without words is marked as an ornament. */
export function writePicture({ address, width, height, alt }: Picture, press: Press): string {
  const number = press.nextPicture();
  const size = { cx: Math.round(width * PIXEL), cy: Math.round(height * PIXEL) };
  const name = `Picture ${number}`;
  const blip = writeBlip(address, press);
  if (blip === undefined) return "";
  const ornament = extension(
    DECORATIVE.uri,
    element("adec:decorative", { "xmlns:adec": DECORATIVE.namespace, val: 1 }),
  );
  return element(
    "w:drawing",
    {},
    element(
      "wp:inline",
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element("wp:extent", size),
      element("wp:docPr", { id: number, name, descr: alt }, alt === "" ? ornament : ""),
      element("wp:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", { noChangeAspect: 1 })),
      element("a:graphic", {}, element("a:graphicData", { uri: PICTURE }, writeShape(blip, size, { number, name }))),
    ),
  );
}

const PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";

function writeShape(
  blip: string,
  size: { cx: number; cy: number },
  { number, name }: { number: number; name: string },
): string {
  return element(
    "pic:pic",
    {},
    element("pic:nvPicPr", {}, element("pic:cNvPr", { id: number, name }), "<pic:cNvPicPr/>"),
    element("pic:blipFill", {}, blip, "<a:stretch><a:fillRect/></a:stretch>"),
    element(
      "pic:spPr",
      {},
      element("a:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", size)),
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    ),
  );
}

/** The picture's file; for an SVG its PNG, and the SVG for readers that draw it. */
function writeBlip(address: string, { pictures, relationships, media }: Press): string | undefined {
  const picture = pictures.get(address);
  if (!picture) return undefined;
  const idOf = (data: Uint8Array, type: typeof picture.type): string =>
    relationships.idOf("image", media.targetOf(data, type));
  if (picture.type !== "svg") return element("a:blip", { "r:embed": idOf(picture.data, picture.type) });
  const embed = idOf(picture.fallback, "png");
  const svg = element("asvg:svgBlip", { "xmlns:asvg": SVG.namespace, "r:embed": idOf(picture.data, "svg") });
  return element("a:blip", { "r:embed": embed }, extension(SVG.uri, svg));
}

function extension(uri: string, content: string): string {
  return element("a:extLst", {}, element("a:ext", { uri }, content));
}
