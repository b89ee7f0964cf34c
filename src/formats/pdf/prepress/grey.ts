import { toLinear } from "../../../print/icc/srgb.js";

/** Shares of the primaries in luminance (ITU-R BT.709). */
export const LUMINANCE = { red: 0.2126, green: 0.7152, blue: 0.0722 } as const;

/**
 * The grey of a colour by its luminance. Components 0 to 1, encoded as sRGB; so is
 * the result. A colour whose components are equal is its own grey.
 */
export function greyOf(red: number, green: number, blue: number): number {
  if (red === green && green === blue) return red;
  return encode(LUMINANCE.red * toLinear(red) + LUMINANCE.green * toLinear(green) + LUMINANCE.blue * toLinear(blue));
}

/** The grey of the four inks, as a black-and-white print would show them. Components 0 to 1. */
export function greyOfInks(cyan: number, magenta: number, yellow: number, black: number): number {
  const part = (ink: number): number => (1 - ink) * (1 - black);
  return greyOf(part(cyan), part(magenta), part(yellow));
}

/** A number as a content stream writes it: at most four decimals, no exponent. */
export function writeNumber(value: number): string {
  return String(Number(value.toFixed(4)));
}

function encode(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

const DECODED = Float64Array.from({ length: 256 }, (_, byte) => toLinear(byte / 255));

/** The same for bytes, 0 to 255: what a picture has millions of. */
export function greyOfBytes(red: number, green: number, blue: number): number {
  if (red === green && green === blue) return red;
  const [r = 0, g = 0, b = 0] = [DECODED[red], DECODED[green], DECODED[blue]];
  return Math.round(255 * encode(LUMINANCE.red * r + LUMINANCE.green * g + LUMINANCE.blue * b));
}
