import sharp, { type FailOnOptions } from "sharp";
import type { RefusedImage } from "../library/image-file.js";
import { isOutOfStack } from "../machine/system-error.js";
import type { PictureLimits } from "./limits.js";

/** A picture that can be shown: undamaged, or damaged but still recognisable. */
export interface Sound {
  bytes: Uint8Array;
  /** Whether an end was added that the file had lost, and nothing else with it. */
  repaired: boolean;
  failOn: FailOnOptions;
  /** What is wrong with it, after “the picture x, ”. */
  fault?: string;
}

export interface Testing {
  limits: PictureLimits;
  /** All frames, or the first. */
  animated: boolean;
  /** Lines of a frame, as they lie in the file. */
  lines: number;
}

const END_OF_JPEG = [0xff, 0xd9];

/**
 * Decodes a picture to its last line and keeps nothing of it. A JPEG that lacks only the mark of its end gets it back; one
 * that has a fault inside is shown, and told of; half a picture is none.
 */
export async function testDecoding(bytes: Uint8Array, type: string, testing: Testing): Promise<Sound | RefusedImage> {
  const warning = await decode(bytes, "warning", testing);
  if (warning === undefined) return { bytes, repaired: false, failOn: "warning" };
  // A second try would take as long.
  if (/timeout/i.test(warning)) return { refused: "broken", what: inWords(warning, testing.limits) };
  if (type === "jpeg" && /premature end of JPEG/i.test(warning)) {
    const ended = Uint8Array.from([...bytes, ...END_OF_JPEG]);
    if ((await decode(ended, "warning", testing)) === undefined) {
      return { bytes: ended, repaired: true, failOn: "warning" };
    }
  }
  const error = await decode(bytes, "error", testing);
  if (error !== undefined) return { refused: "broken", what: inWords(error, testing.limits) };
  // Bytes between two segments, or a note that its decoder does not know, harm no pixel.
  const harmless = type !== "jpeg" || /extraneous bytes|unknown/i.test(warning);
  return {
    bytes,
    repaired: false,
    failOn: "error",
    ...(harmless ? {} : { fault: "which is damaged inside and shown as far as it can be read" }),
  };
}

/** Why it cannot be decoded; undefined when it can. */
async function decode(
  bytes: Uint8Array,
  failOn: FailOnOptions,
  { limits, animated, lines }: Testing,
): Promise<string | undefined> {
  const options = { failOn, animated, limitInputPixels: limits.pixels, sequentialRead: true };
  try {
    // Decoded narrow but in full height: at a smaller height the decoder skips the last lines, or uses the thumbnail in
    // the JPEG.
    await sharp(bytes, options)
      .timeout({ seconds: limits.seconds })
      .resize({ width: 8, height: lines, fit: "fill", fastShrinkOnLoad: false })
      .raw()
      .toBuffer();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a decoder says, in words for the one who brought the picture. */
export function inWords(message: string, { seconds }: PictureLimits): string {
  if (/timeout/i.test(message)) return `which takes longer than ${seconds} seconds to decode`;
  if (isOutOfStack(new Error(message))) return "in which things are nested deeper than can be read";
  if (/corrupt header|unsupported image format/i.test(message)) return "which is damaged at its beginning";
  if (/premature|truncated|read error|unexpected end|not enough|out of|bounds|offset/i.test(message)) {
    return "which is cut off before its end";
  }
  const [line = ""] = message.split("\n");
  return `which cannot be decoded (${line.trim()})`;
}
