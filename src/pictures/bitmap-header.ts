/** What the head of a BMP says of its pixels. */
export interface BitmapHeader {
  width: number;
  height: number;
  bottomUp: boolean;
  /** Of a pixel: 1, 4 or 8 (a place in the palette), 16, 24 or 32. */
  bits: number;
  /** Whether the pixels are stored as runs. */
  runs: boolean;
  /** Where the pixels begin, in bytes. */
  offset: number;
  palette: readonly Colour[];
  masks: Masks;
}

/** Red, green, blue, alpha: 0…255. */
export type Colour = readonly [number, number, number, number];

/** The bits of a pixel that hold red, green, blue and alpha. */
export type Masks = readonly [number, number, number, number];

// biCompression: BI_RGB, BI_RLE8, BI_RLE4, BI_BITFIELDS, BI_ALPHABITFIELDS.
const [PLAIN, RUNS_OF_8, RUNS_OF_4, MASKED, MASKED_WITH_ALPHA] = [0, 1, 2, 3, 6];
// What a file of 16 or 32 bits that names no masks means.
const USUAL_MASKS = new Map<number, Masks>([
  [16, [0x7c00, 0x03e0, 0x001f, 0]],
  [32, [0xff0000, 0x00ff00, 0x0000ff, 0]],
]);
const FILE_HEADER = 14;
// The size of the oldest header, BITMAPCOREHEADER: shorter numbers, and three bytes a colour of the palette.
const CORE = 12;

/**
 * Source: Microsoft, "Bitmap Storage", BITMAPCOREHEADER to BITMAPV5HEADER.
 * @throws RangeError where the file ends before its head does, Error where it is of a kind that nobody writes
 */
export function readBitmapHeader(view: DataView): BitmapHeader {
  const size = view.getUint32(FILE_HEADER, true);
  const core = size === CORE;
  const width = core ? view.getUint16(18, true) : view.getInt32(18, true);
  const height = core ? view.getUint16(20, true) : view.getInt32(22, true);
  const bits = view.getUint16(core ? 24 : 28, true);
  const compression = core ? PLAIN : view.getUint32(30, true);
  const runs = (compression === RUNS_OF_8 && bits === 8) || (compression === RUNS_OF_4 && bits === 4);
  const masked = (compression === MASKED || compression === MASKED_WITH_ALPHA) && bits >= 16;
  if (![1, 4, 8, 16, 24, 32].includes(bits) || !(runs || masked || compression === PLAIN)) {
    throw new Error(`a bitmap of ${bits} bits a pixel and compression ${compression}`);
  }
  return {
    width: Math.max(0, width),
    height: Math.abs(height),
    bottomUp: height > 0,
    bits,
    runs,
    offset: view.getUint32(10, true),
    palette: bits > 8 ? [] : readPalette(view, FILE_HEADER + size, 2 ** bits, core),
    masks: masked ? readMasks(view, size, compression) : (USUAL_MASKS.get(bits) ?? [0, 0, 0, 0]),
  };
}

function readMasks(view: DataView, size: number, compression: number): Masks {
  const at = (place: number): number => view.getUint32(place, true);
  const alpha = size >= 56 || compression === MASKED_WITH_ALPHA ? at(66) : 0;
  return [at(54), at(58), at(62), alpha];
}

function readPalette(view: DataView, start: number, most: number, core: boolean): Colour[] {
  const named = core ? 0 : view.getUint32(46, true);
  const count = named > 0 && named < most ? named : most;
  const step = core ? 3 : 4;
  return Array.from({ length: count }, (_, place): Colour => {
    const at = start + place * step;
    return [view.getUint8(at + 2), view.getUint8(at + 1), view.getUint8(at), 255];
  });
}
