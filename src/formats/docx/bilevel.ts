import { crc32 } from "node:zlib";
import { strToU8, zlibSync } from "fflate";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** One bit a pixel, grey: 1 is white (ISO/IEC 15948, 11.2.2). */
const BILEVEL = { depth: 1, grey: 0 };

/**
 * A picture in black and white as PNG. A hundredth of what it costs to have an SVG drawn.
 * @param rows dark or not; all of one length
 * @param dots pixels on the side of each
 */
export function drawBilevel(rows: readonly (readonly boolean[])[], dots: number): Uint8Array {
  const width = (rows[0]?.length ?? 0) * dots;
  const lines = rows.flatMap((row) => Array<Uint8Array>(dots).fill(packRow(row, dots)));
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, lines.length);
  header.set([BILEVEL.depth, BILEVEL.grey, 0, 0, 0], 8);
  return concat([
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", header),
    chunk("IDAT", zlibSync(concat(lines))),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

/** A line of pixels after its filter, which is none. */
function packRow(row: readonly boolean[], dots: number): Uint8Array {
  const line = new Uint8Array(1 + Math.ceil((row.length * dots) / 8));
  row.forEach((isDark, column) => {
    if (isDark) return;
    for (let pixel = column * dots; pixel < (column + 1) * dots; pixel++) {
      const at = 1 + (pixel >> 3);
      line[at] = (line[at] ?? 0) | (0x80 >> (pixel & 7));
    }
  });
  return line;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concat([strToU8(type), data]);
  const frame = new Uint8Array(8);
  const view = new DataView(frame.buffer);
  view.setUint32(0, data.length);
  view.setUint32(4, crc32(body));
  return concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
