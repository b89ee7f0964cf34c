import { type BitmapHeader, type Colour, readBitmapHeader } from "./bitmap-header.js";

/** A picture as rows of red, green, blue and alpha, a byte each, from the top. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Sets a pixel of the row `y` of the file; what lies outside of the picture is left out. */
type Put = (x: number, y: number, colour: Colour) => void;

/** The size of a BMP in pixels, without its pixels. Throws as `readBitmap` does. */
export function measureBitmap(bytes: Uint8Array): { width: number; height: number } {
  return readBitmapHeader(viewOf(bytes));
}

/**
 * BMP → pixels, since sharp does not read it. (Those on npm that do misread odd widths, runs, or where the pixels begin.)
 * @throws RangeError where the file ends before its picture does, Error where it is of a kind that nobody writes
 */
export function readBitmap(bytes: Uint8Array): Pixels {
  const view = viewOf(bytes);
  const header = readBitmapHeader(view);
  const { width, height, bottomUp } = header;
  const data = new Uint8Array(width * height * 4);
  const put: Put = (x, y, colour) => {
    if (x < width && y < height) data.set(colour, ((bottomUp ? height - 1 - y : y) * width + x) * 4);
  };
  if (header.runs) readRuns(view, header, put);
  else readRows(view, header, put);
  return { width, height, data };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Rows one after the other, each filled up to whole groups of four bytes. */
function readRows(view: DataView, header: BitmapHeader, put: Put): void {
  const { width, height, bits, offset } = header;
  const stride = Math.ceil((width * bits) / 32) * 4;
  const colourAt = bits <= 8 ? readIndexed(view, header) : readDirect(view, header);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) put(x, y, colourAt(offset + y * stride, x));
  }
}

type ColourAt = (row: number, x: number) => Colour;

function readIndexed(view: DataView, { bits, palette }: BitmapHeader): ColourAt {
  const each = 8 / bits;
  return (row, x) => {
    const byte = view.getUint8(row + Math.floor(x / each));
    return ofPalette(palette, (byte >> (8 - bits * ((x % each) + 1))) & (2 ** bits - 1));
  };
}

function ofPalette(palette: readonly Colour[], place: number): Colour {
  const colour = palette[place];
  if (!colour) throw new RangeError(`colour ${place} is not in its palette`);
  return colour;
}

function readDirect(view: DataView, { bits, masks }: BitmapHeader): ColourAt {
  if (bits === 24) {
    return (row, x) => {
      const at = row + 3 * x;
      return [view.getUint8(at + 2), view.getUint8(at + 1), view.getUint8(at), 255];
    };
  }
  const [red, green, blue, alpha] = masks.map(scale);
  return (row, x) => {
    const pixel = bits === 16 ? view.getUint16(row + 2 * x, true) : view.getUint32(row + 4 * x, true);
    return [red?.(pixel) ?? 0, green?.(pixel) ?? 0, blue?.(pixel) ?? 0, masks[3] === 0 ? 255 : (alpha?.(pixel) ?? 255)];
  };
}

/** What stands under a mask, as 0…255. */
function scale(mask: number): (pixel: number) => number {
  if (mask === 0) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (pixel) => Math.round((255 * ((pixel & mask) >>> shift)) / most);
}

/** Runs of one colour, and stretches of several (BI_RLE8, BI_RLE4): 0 0 ends a row, 0 1 the picture, 0 2 moves on. */
function readRuns(view: DataView, { bits, palette, offset, height }: BitmapHeader, put: Put): void {
  let [at, x, y] = [offset, 0, 0];
  const next = (): number => view.getUint8(at++);
  const half = (byte: number, place: number): number => (bits === 8 ? byte : place % 2 === 0 ? byte >> 4 : byte & 15);
  while (y < height) {
    const [count, value] = [next(), next()];
    if (count > 0) {
      for (let place = 0; place < count; place++) put(x++, y, ofPalette(palette, half(value, place)));
    } else if (value === 0) [x, y] = [0, y + 1];
    else if (value === 1) return;
    else if (value === 2) [x, y] = [x + next(), y + next()];
    else {
      const bytes = Math.ceil((value * bits) / 8);
      for (let place = 0; place < value; place++) {
        put(x++, y, ofPalette(palette, half(view.getUint8(at + Math.floor((place * bits) / 8)), place)));
      }
      at += bytes + (bytes % 2);
    }
  }
}
