import sharp, { type Sharp } from "sharp";

/** A chequered picture: nothing that a decoder could guess. */
export function chequered(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const data = Buffer.alloc(width * height * channels, 255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      data.set([(x * 7) % 256, (y * 11) % 256, ((x ^ y) * 5) % 256], at);
      if (channels === 4) data[at + 3] = x < width / 2 ? 255 : 0;
    }
  }
  return sharp(data, { raw: { width, height, channels } });
}

export interface BitmapKind {
  bits: 1 | 4 | 8 | 16 | 24 | 32;
  /** Whether its rows go from the top down. */
  topDown?: boolean;
  /** Whether its pixels are runs. */
  runs?: boolean;
  /** Bytes between its head and its pixels. */
  gap?: number;
}

/** A BMP whose pixel (x, y) has the colour number (x + y) mod 2: black or pure red. */
export function bitmap(
  width: number,
  height: number,
  { bits, topDown = false, runs = false, gap = 0 }: BitmapKind,
): Buffer {
  const rows = Array.from({ length: height }, (_, row) => {
    const y = topDown ? row : height - 1 - row;
    return runs ? runsOf(width, y, bits) : rowOf(width, y, bits);
  });
  const palette = bits <= 8 ? Buffer.from([0, 0, 0, 0, 0, 0, 255, 0]) : Buffer.alloc(0);
  const offset = 54 + palette.length + gap;
  const pixels = Buffer.concat(runs ? [...rows, Buffer.from([0, 1])] : rows);
  const head = Buffer.alloc(54);
  head.write("BM", 0, "latin1");
  head.writeUInt32LE(offset + pixels.length, 2);
  head.writeUInt32LE(offset, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(topDown ? -height : height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(bits, 28);
  head.writeUInt32LE(runs ? (bits === 8 ? 1 : 2) : 0, 30);
  head.writeUInt32LE(bits <= 8 ? 2 : 0, 46);
  return Buffer.concat([head, palette, Buffer.alloc(gap), pixels]);
}

const isRed = (x: number, y: number): boolean => (x + y) % 2 === 1;

function rowOf(width: number, y: number, bits: number): Buffer {
  const row = Buffer.alloc(Math.ceil((width * bits) / 32) * 4);
  for (let x = 0; x < width; x++) {
    if (!isRed(x, y)) continue;
    if (bits === 16) row.writeUInt16LE(0x7c00, 2 * x);
    else if (bits >= 24) row[(bits / 8) * x + 2] = 255;
    else {
      const each = 8 / bits;
      const at = Math.floor(x / each);
      row[at] = (row[at] ?? 0) | (1 << (8 - bits * ((x % each) + 1)));
    }
  }
  return row;
}

/** Its first two pixels as a run of the two colours or two runs, the others as a stretch. */
function runsOf(width: number, y: number, bits: number): Buffer {
  const colours = Array.from({ length: width }, (_, x) => (isRed(x, y) ? 1 : 0));
  const [first = 0, second = 0, ...others] = colours;
  const start = bits === 8 ? [1, first, 1, second] : [2, first * 16 + second];
  const bytes: number[] = [];
  if (bits === 8) bytes.push(...others);
  else for (let x = 0; x < others.length; x += 2) bytes.push((others[x] ?? 0) * 16 + (others[x + 1] ?? 0));
  if (bytes.length % 2 === 1) bytes.push(0);
  return Buffer.from([...start, 0, others.length, ...bytes, 0, 0]);
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** A chunk of a PNG. */
export function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  let crc = 0xffffffff;
  for (const byte of named) crc = (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, named, check]);
}

/** A PNG with one more chunk after its first, which is 25 bytes long and stands after the signature. */
export function withChunk(png: Buffer, name: string, data: Uint8Array): Buffer {
  return Buffer.concat([png.subarray(0, 33), chunk(name, data), png.subarray(33)]);
}
