import type { Metadata, Sharp, SharpOptions } from "sharp";
import sharp from "sharp";
import type { ImageFile, RefusedImage } from "../library/image-file.js";
import { measureBitmap, readBitmap } from "./bitmap.js";
import { asStillAvif, isAnimatedPng, isAvifSequence, isCutFilm } from "./film.js";
import type { PictureLimits } from "./limits.js";
import { isEmpty, isLossless, isSrgb } from "./raster-bytes.js";
import { type Sound, testDecoding } from "./test-decoding.js";

export type RasterType = "png" | "jpeg" | "gif" | "webp" | "avif" | "tiff" | "bmp";

/** Bytes to show; where there are none, the file as it is. */
interface Shown {
  mediaType: string;
  bytes?: Uint8Array;
}

/** A picture of pixels that was decoded to its last line. */
export interface Raster extends Shown, Pick<ImageFile, "width" | "height" | "faults"> {
  moving?: Shown;
}

// The quality of JPEGs: hardly different from the original, at a third of the size of the best quality.
const JPEG = { quality: 92, chromaSubsampling: "4:4:4" };

const CUT = "which is cut off before its end, and of which the first frame is shown";
const STOPPED = "which moves, and of which the first frame is shown";

/**
 * Decodes a picture once. A sound PNG, JPEG or GIF in sRGB or grey stays byte for byte as it is; any other becomes one:
 * upright, in eight bits, JPEG where it was lossy, else PNG. One that moves is shown by its first frame where nothing moves.
 */
export async function decodeRaster(
  file: Uint8Array,
  type: RasterType,
  limits: PictureLimits,
): Promise<Raster | RefusedImage> {
  const sequence = type === "avif" && isAvifSequence(file);
  const bytes = sequence ? asStillAvif(file) : file;
  if (isEmpty(bytes, type)) return { refused: "broken", what: "of 0 × 0 pixels" };
  if (type === "bmp") return decodeBitmap(bytes, limits);
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  const { width, height } = metadata.autoOrient;
  if (width * height > limits.pixels) return tooMany(width, height);
  const frames = type === "gif" || type === "webp" ? (metadata.pages ?? 1) : 1;
  const cut = isCutFilm(bytes, type);
  const moves = !cut && frames > 1 && width * height * frames <= limits.pixels;
  const sound = await testDecoding(bytes, type, { limits, animated: moves, lines: metadata.height });
  if ("refused" in sound) return sound;
  const unmoved = cut ? [CUT] : sequence ? [STOPPED] : listFaults(type, metadata, moves);
  const faults = [...unmoved, ...(sound.fault ? [sound.fault] : [])];
  const still = await toStill(sound, type, metadata, limits, frames > 1);
  const moving = cut ? undefined : await toMoving(sound, type, moves, limits);
  return { ...still, width, height, faults, ...(moving ? { moving } : {}) };
}

function tooMany(width: number, height: number): RefusedImage {
  return { refused: "too-many-pixels", what: `of ${width} × ${height} pixels` };
}

function listFaults(type: RasterType, { pages = 1 }: Metadata, moves: boolean): string[] {
  if (pages === 1 || moves) return [];
  if (type === "tiff") return [`of ${pages} pages, of which the first is shown`];
  if (type === "avif") return [];
  return [`of ${pages} frames, more than limits.imagePixels allows together, of which the first is shown`];
}

async function toStill(
  { bytes, repaired, failOn, fault }: Sound,
  type: RasterType,
  metadata: Metadata,
  limits: PictureLimits,
  animated: boolean,
): Promise<Shown> {
  const still = !animated && !(type === "png" && isAnimatedPng(bytes));
  if (still && fault === undefined && isPlain(type, metadata)) {
    return { mediaType: `image/${type}`, ...(repaired ? { bytes } : {}) };
  }
  const picture = open(bytes, limits, { failOn })
    .autoOrient()
    .toColourspace(isGrey(metadata) ? "b-w" : "srgb");
  const lossy = !metadata.hasAlpha && (type === "jpeg" || type === "avif" || (type === "webp" && !isLossless(bytes)));
  return lossy
    ? { mediaType: "image/jpeg", bytes: await picture.jpeg(JPEG).toBuffer() }
    : { mediaType: "image/png", bytes: await picture.png().toBuffer() };
}

/** What every edition holds as it is (EPUB 3.3, 3.2; ECMA-376 part 1, 15.2.14), with colours that every reader takes alike. */
function isPlain(type: RasterType, { space, depth, icc, orientation = 1 }: Metadata): boolean {
  return (
    (type === "png" || type === "jpeg" || type === "gif") &&
    (space === "srgb" || space === "b-w") &&
    depth === "uchar" &&
    orientation === 1 &&
    (icc === undefined || isSrgb(icc))
  );
}

function isGrey({ space }: Metadata): boolean {
  return space === "b-w" || space === "grey16";
}

/** GIF and PNG move as they are; a WebP becomes a GIF, which every reading system moves. */
async function toMoving(
  { bytes }: Sound,
  type: RasterType,
  moves: boolean,
  limits: PictureLimits,
): Promise<Shown | undefined> {
  if (type === "png" && isAnimatedPng(bytes)) return { mediaType: "image/png" };
  if (!moves) return undefined;
  if (type === "gif") return { mediaType: "image/gif" };
  return { mediaType: "image/gif", bytes: await open(bytes, limits, { animated: true }).gif().toBuffer() };
}

async function decodeBitmap(bytes: Uint8Array, limits: PictureLimits): Promise<Raster | RefusedImage> {
  const size = measureBitmap(bytes);
  if (size.width * size.height === 0) return { refused: "broken", what: `of ${size.width} × ${size.height} pixels` };
  if (size.width * size.height > limits.pixels) return tooMany(size.width, size.height);
  const { width, height, data } = readBitmap(bytes);
  const picture = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: limits.pixels });
  const { isOpaque } = await picture.stats();
  const png = await (isOpaque ? picture.removeAlpha() : picture).png().toBuffer();
  return { mediaType: "image/png", bytes: png, width, height, faults: [] };
}

function open(bytes: Uint8Array, { pixels, seconds }: PictureLimits, options: SharpOptions): Sharp {
  return sharp(bytes, { limitInputPixels: pixels, sequentialRead: true, ...options }).timeout({ seconds });
}
