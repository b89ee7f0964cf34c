import { expect, it } from "vitest";
import { readBitmapHeader } from "../../src/pictures/bitmap-header.js";
import { sniff } from "../../src/pictures/sniff.js";

it("the oldest bitmaps have three bytes a colour, all others four", () => {
  const bytes = new DataView(new ArrayBuffer(200));
  bytes.setUint32(10, 100, true);
  bytes.setUint32(14, 12, true);
  bytes.setUint16(18, 7, true);
  bytes.setUint16(20, 5, true);
  bytes.setUint16(24, 1, true);
  // Blue, green, red of two colours.
  for (const [at, value] of [1, 2, 3, 4, 5, 6].entries()) bytes.setUint8(26 + at, value);
  expect(readBitmapHeader(bytes)).toMatchObject({
    ...{ width: 7, height: 5, bottomUp: true, bits: 1, offset: 100 },
    palette: [
      [3, 2, 1, 255],
      [6, 5, 4, 255],
    ],
  });
});

it("a bitmap of negative height begins at its top", () => {
  const bytes = new DataView(new ArrayBuffer(200));
  bytes.setUint32(14, 40, true);
  bytes.setInt32(18, 7, true);
  bytes.setInt32(22, -5, true);
  bytes.setUint16(28, 24, true);
  expect(readBitmapHeader(bytes)).toMatchObject({ width: 7, height: 5, bottomUp: false, palette: [] });
  bytes.setInt32(22, 5, true);
  expect(readBitmapHeader(bytes).bottomUp).toBe(true);
});

it.each(["fffe3c00", "feff003c", "3c007300", "003c0073", "efbbbf3c73", "0a20093c73"])(
  "markup is known in whatever encoding: %s",
  (hex) => {
    expect(sniff(Buffer.from(hex, "hex"))).toEqual({ read: "markup" });
  },
);
