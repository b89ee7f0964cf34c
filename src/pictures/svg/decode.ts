import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { toXml } from "xast-util-to-xml";
import { dataOf } from "../../library/data-address.js";
import type { RefusedImage } from "../../library/image-file.js";
import type { PictureLimits } from "../limits.js";
import { decodeRaster, type Raster } from "../raster.js";
import { sniff } from "../sniff.js";
import { MARKS } from "./allowed.js";
import { type Cleaned, cleanSvg } from "./clean.js";
import { countDrawn } from "./count-drawn.js";
import { dropLoose } from "./drop-loose.js";
import { measureSvg } from "./measure.js";
import { readText } from "./read-text.js";

// What a browser draws in a second; a map of a country has less.
const MOST_DRAWN = 100_000;

/** An SVG, as it may be drawn: what is not of a fixed list is taken out, and nothing else is shipped. */
export async function decodeSvg(
  bytes: Uint8Array,
  limits: PictureLimits,
): Promise<(Raster & { removed: string[] }) | RefusedImage> {
  const text = readText(bytes);
  if (!/<(?:[\w.-]+:)?svg[\s/>]/.test(text)) {
    return {
      refused: "unknown-type",
      what: /<html|<!doctype html/i.test(text) ? "which is a web page" : "which is text",
    };
  }
  if (/<!ENTITY/i.test(text)) return { refused: "unsafe", what: "an SVG with entities" };
  const { svg, removed, images } = cleanSvg(parse(text));
  const doctype = /<!DOCTYPE[^>[]*["']([^"']*)["']\s*[>[]/i.exec(text)?.[1];
  if (doctype !== undefined && !doctype.startsWith("http://www.w3.org/"))
    removed.add(`a DOCTYPE that names ${doctype}`);
  await lookAtImages({ svg, removed, images }, limits);
  const drawn = countDrawn(svg);
  if (drawn > MOST_DRAWN) return { refused: "unsafe", what: tooMuch(drawn) };
  dropLoose(svg);
  const { width, height } = measureSvg(svg);
  if (width * height === 0) return { refused: "broken", what: `of ${width} × ${height} pixels` };
  if (!marks(svg)) return drawsNothing(removed);
  svg.attributes.viewBox ??= `0 0 ${width} ${height}`;
  const shown = new TextEncoder().encode(toXml(svg, { closeEmptyElements: true, tightClose: true }));
  return { mediaType: "image/svg+xml", bytes: shown, width, height, faults: [], removed: [...removed] };
}

/** @throws Error where the text is not well-formed XML, with the first fault in it */
function parse(text: string): Root {
  try {
    return fromXml(text);
  } catch (error) {
    if (!(error instanceof Error && error.cause instanceof Error)) throw error;
    const [fault = ""] = error.cause.message.split("\n");
    throw new Error(`its XML is not well formed: ${fault}`);
  }
}

function tooMuch(drawn: number): string {
  return Number.isFinite(drawn)
    ? "an SVG that draws more than 100,000 parts, with those that it uses again"
    : "an SVG of which a part draws itself";
}

function drawsNothing(removed: ReadonlySet<string>): RefusedImage {
  if (removed.size === 0) return { refused: "broken", what: "an SVG that draws nothing" };
  return { refused: "unsafe", what: `an SVG of which nothing is left without ${[...removed].join(", ")}` };
}

function marks({ name, children }: Element): boolean {
  return MARKS.has(name) || children.some((child) => child.type === "element" && marks(child));
}

/** Pictures in the drawing are decoded as others are; one that cannot be shown is taken out. */
async function lookAtImages({ removed, images }: Cleaned, limits: PictureLimits): Promise<void> {
  let pixels = limits.pixels;
  for (const image of images) {
    const bytes = dataOf(String(image.attributes["xlink:href"]));
    const type = bytes && sniff(bytes);
    const shown =
      type && "read" in type && type.read !== "markup" && type.read !== "gzip"
        ? await decodeRaster(bytes, type.read, { ...limits, pixels }).catch(() => undefined)
        : undefined;
    if (!bytes || !shown || "refused" in shown) {
      removed.add("an <image> that cannot be shown");
      image.name = "g";
      image.attributes = {};
      continue;
    }
    pixels -= shown.width * shown.height;
    image.attributes["xlink:href"] =
      `data:${shown.mediaType};base64,${Buffer.from(shown.bytes ?? bytes).toString("base64")}`;
  }
}
