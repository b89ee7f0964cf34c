/**
 * Animated pictures: how much of them is there, judged by the bytes of the file. The pixels are judged by the decoder.
 */

/** Whether a GIF or a PNG that moves ends in the middle of a frame. */
export function isCutFilm(bytes: Uint8Array, type: string): boolean {
  if (type === "gif") return isCutGif(bytes);
  return type === "png" && isAnimatedPng(bytes) && !listChunks(bytes).includes("IEND");
}

/** Whether a PNG moves: an `acTL` before its pixels (PNG, third edition, 11.3.6.1). */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  const names = listChunks(bytes);
  const control = names.indexOf("acTL");
  const pixels = names.indexOf("IDAT");
  return control >= 0 && (pixels < 0 || control < pixels);
}

/** The names of the chunks that are whole. After the signature, each is length, name, data, check. */
function listChunks(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) break;
    names.push(Buffer.from(bytes.subarray(at + 4, at + 8)).toString("latin1"));
    at = end;
  }
  return names;
}

const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** GIF89a, 17 to 26: a screen, its colours, then blocks. One that only lacks the mark of its end is whole. */
function isCutGif(bytes: Uint8Array): boolean {
  let at = 13 + sizeOfColours(bytes[10]);
  for (;;) {
    const begins = bytes[at];
    if (begins === EXTENSION) at += 2;
    else if (begins === IMAGE) at += 11 + sizeOfColours(bytes[at + 9]);
    else return at > bytes.length;
    for (let size = bytes[at]; size !== 0; size = bytes[at]) {
      if (size === undefined) return true;
      at += size + 1;
    }
    at += 1;
  }
}

/** Bytes of a table of colours, by the flags before it. */
function sizeOfColours(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Whether an AVIF is a film: the first of its brands is `avis` (AV1 Image File Format, 7.1). */
export function isAvifSequence(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(8, 12)).toString("latin1") === "avis";
}

/** The picture that an AVIF film holds beside its frames, under a brand that the decoder knows. */
export function asStillAvif(bytes: Uint8Array): Uint8Array {
  const still = Buffer.from(bytes);
  still.write("avif", 8, "latin1");
  return still;
}
