import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type Decoded, type DecodedImage, decodePicture } from "../../src/pictures/decode.js";
import { temporaryFolder } from "../support/editions.js";
import { bitmap, chequered, chunk, withChunk } from "./pictures.js";

const folder = temporaryFolder();
const limits = { bytes: 1_000_000, pixels: 100_000, seconds: 20 };
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="9" height="9"/></svg>';
let made = 0;

interface Shown {
  decoded: Decoded;
  /** What editions show. */
  bytes: Buffer;
}

async function decode(source: Uint8Array, more: Partial<typeof limits> = {}): Promise<Shown> {
  const to = join(folder, String(made++));
  const decoded = await decodePicture({ source: { bytes: source }, folder: to, limits: { ...limits, ...more } });
  return { decoded, bytes: "refused" in decoded ? Buffer.alloc(0) : await readFile(join(to, "picture")) };
}

async function shown(source: Uint8Array): Promise<DecodedImage & { bytes: Buffer }> {
  const { decoded, bytes } = await decode(source);
  if ("refused" in decoded) throw new Error(`${decoded.refused}: ${decoded.what}`);
  return { ...decoded, bytes };
}

async function refused(source: Uint8Array, more: Partial<typeof limits> = {}): Promise<string> {
  const { decoded } = await decode(source, more);
  return "refused" in decoded ? `${decoded.refused}: ${decoded.what}` : "shown";
}

describe("a sound picture that every edition holds", () => {
  it.each(["png", "jpeg", "gif"] as const)("stays byte for byte as it is: %s", async (format) => {
    const source = await chequered(40, 30).toFormat(format).toBuffer();
    const picture = await shown(source);
    expect(picture.bytes.equals(source)).toBe(true);
    expect(picture).toMatchObject({ mediaType: `image/${format}`, width: 40, height: 30, faults: [], removed: [] });
  });

  it.each([
    ["a progressive JPEG", chequered(40, 30).jpeg({ progressive: true })],
    ["a grey JPEG", chequered(40, 30).greyscale().jpeg()],
    ["a PNG with a palette", chequered(40, 30).png({ palette: true })],
    ["a PNG that lets light through", chequered(40, 30, 4).png()],
    ["a JPEG that says it is sRGB", chequered(40, 30).withIccProfile("srgb").jpeg()],
  ])("stays as it is: %s", async (_, picture) => {
    const source = await picture.toBuffer();
    expect((await shown(source)).bytes.equals(source)).toBe(true);
  });

  it("is read from a file without a copy of it", async () => {
    const file = join(folder, "plain.gif");
    await chequered(40, 30).png().toFile(file.replace(".gif", ".png"));
    const source = { file: file.replace(".gif", ".png") };
    expect(await decodePicture({ source, folder: join(folder, "plain"), limits })).toMatchObject({ path: null });
  });
});

describe("a picture that some edition does not hold", () => {
  it.each([
    ["WebP that lost something", chequered(40, 30).webp(), "jpeg"],
    ["WebP that lost nothing", chequered(40, 30).webp({ lossless: true }), "png"],
    ["WebP that lets light through", chequered(40, 30, 4).webp(), "png"],
    ["AVIF", chequered(40, 30).avif({ effort: 0 }), "jpeg"],
    ["TIFF", chequered(40, 30).tiff({ compression: "lzw" }), "png"],
    ["a PNG of 16 bits", chequered(40, 30).toColourspace("rgb16").png(), "png"],
    ["a JPEG for four inks", chequered(40, 30).toColourspace("cmyk").jpeg(), "jpeg"],
    ["a JPEG in the colours of a screen", chequered(40, 30).withIccProfile("p3").jpeg(), "jpeg"],
  ])("becomes one that all do, in sRGB and eight bits: %s", async (_, picture, format) => {
    const { bytes, mediaType } = await shown(await picture.toBuffer());
    expect(mediaType).toBe(`image/${format}`);
    const { icc, ...found } = await sharp(bytes).metadata();
    expect(found).toMatchObject({ format, width: 40, height: 30, space: "srgb", depth: "uchar" });
    expect(icc).toBeUndefined();
  });

  it("stays grey where it is grey", async () => {
    const source = await chequered(40, 30).greyscale().toColourspace("grey16").png().toBuffer();
    expect(await sharp((await shown(source)).bytes).metadata()).toMatchObject({ space: "b-w", depth: "uchar" });
  });

  it("is turned upright, and keeps no note of how it lay", async () => {
    const picture = await shown(await chequered(40, 30).jpeg().withMetadata({ orientation: 6 }).toBuffer());
    expect(picture).toMatchObject({ width: 30, height: 40 });
    const { width, height, orientation = 1 } = await sharp(picture.bytes).metadata();
    expect([width, height, orientation]).toEqual([30, 40, 1]);
  });

  it.each([
    { bits: 1 },
    { bits: 4 },
    { bits: 8 },
    { bits: 16 },
    { bits: 24 },
    { bits: 32 },
    { bits: 8, runs: true },
    { bits: 4, runs: true },
    { bits: 24, topDown: true },
    { bits: 4, gap: 10 },
  ] as const)("becomes PNG, pixel for pixel: BMP $bits $runs $topDown $gap", async (kind) => {
    const { bytes, mediaType } = await shown(bitmap(7, 5, kind));
    expect(mediaType).toBe("image/png");
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([7, 5, 3]);
    const reds = Array.from({ length: 35 }, (_, at) => data[at * 3]);
    expect(reds).toEqual(Array.from({ length: 35 }, (_, at) => (((at % 7) + Math.floor(at / 7)) % 2 === 1 ? 255 : 0)));
  });
});

describe("a picture that moves", () => {
  const frames = { raw: { width: 8, height: 24, channels: 3, pageHeight: 8 } } as const;
  const film = Buffer.alloc(8 * 24 * 3, 10).fill(200, 8 * 8 * 3);

  it.each(["gif", "webp"] as const)("shows its first frame, and moves as a GIF on a screen: %s", async (format) => {
    const source = await sharp(film, frames).toFormat(format).toBuffer();
    const { bytes, mediaType, moving } = await shown(source);
    expect(mediaType).not.toBe("image/gif");
    const { pages = 1, width, height } = await sharp(bytes).metadata();
    expect([pages, width, height]).toEqual([1, 8, 8]);
    expect((await sharp(bytes).raw().toBuffer())[0]).toBeLessThan(20);
    expect(moving?.mediaType).toBe("image/gif");
  });

  it("stands still where it is cut off, which is told of", async () => {
    const source = await sharp(film, frames).gif().toBuffer();
    const { moving, faults } = await shown(source.subarray(0, -4));
    expect(moving).toBeUndefined();
    expect(faults).toEqual(["which is cut off before its end, and of which the first frame is shown"]);
    expect((await shown(source.subarray(0, -1))).faults).toEqual([]);
  });

  it("stands still where it is an AVIF, which is told of", async () => {
    const source = await chequered(40, 30).avif({ effort: 0 }).toBuffer();
    source.write("avis", 8, "latin1");
    const picture = await shown(source);
    expect(picture).toMatchObject({ mediaType: "image/jpeg", width: 40, height: 30 });
    expect(picture.faults).toEqual(["which moves, and of which the first frame is shown"]);
  });

  it("is a PNG too", async () => {
    const still = await sharp(film.subarray(0, 192), { raw: { width: 8, height: 8, channels: 3 } })
      .png()
      .toBuffer();
    const control = Buffer.from("00000001000000000000000800000008000000000000000000010064" + "0000", "hex").subarray(
      2,
      28,
    );
    const source = withChunk(withChunk(still, "fcTL", control), "acTL", Buffer.from("0000000100000000", "hex"));
    const picture = await shown(source);
    expect(picture.moving).toMatchObject({ mediaType: "image/png" });
    expect(picture.bytes.includes("acTL")).toBe(false);
    const cut = await shown(source.subarray(0, -12));
    expect(cut.moving).toBeUndefined();
    expect(cut.faults).toEqual(["which is cut off before its end, and of which the first frame is shown"]);
  });
});

describe("a picture that cannot be shown", async () => {
  const jpeg = await chequered(60, 60).jpeg().toBuffer();
  const png = await chequered(60, 60).png().toBuffer();
  const header = Buffer.from("00000000000000000802000000", "hex");
  const empty = Buffer.concat([png.subarray(0, 8), chunk("IHDR", header), chunk("IDAT", Buffer.alloc(0))]);

  it.each([
    ["broken: which is cut off before its end", jpeg.subarray(0, 900)],
    ["broken: which is cut off before its end", png.subarray(0, 2000)],
    ["broken: which is cut off before its end", bitmap(60, 60, { bits: 24 }).subarray(0, 2000)],
    ["broken: which is cut off before its end", bitmap(60, 60, { bits: 8, runs: true }).subarray(0, 900)],
    ["broken: which is damaged at its beginning", jpeg.subarray(0, 20)],
    ["broken: of 0 × 0 pixels", empty],
    ["unknown-type: which is an empty file", Buffer.alloc(0)],
    ["unknown-type: which is text", Buffer.from("Only words")],
    ["unknown-type: which is HEIC", Buffer.from("00000018667479706865696300000000686569636d696631", "hex")],
    ["unknown-type: which is an icon file (ICO)", Buffer.from("00000100010010100000", "hex")],
    // A Targa in true colour begins as an icon of no pictures would: 2 × 2 pixels of 24 bits.
    ["unknown-type: which is a Targa file (TGA)", Buffer.from("000002000000000000000000020002001800ffffff", "hex")],
    ["unknown-type: which is a Targa file (TGA)", Buffer.from("1a010900000001180000000002000200080041", "hex")],
    ["unknown-type: which is a PDF file", Buffer.from("%PDF-1.7\n")],
    ["unknown-type: which is a web page", Buffer.from("<!DOCTYPE html><html><p>Not found</p></html>")],
    ["unknown-type: which is an archive (gzip) that holds no SVG", gzipSync("Only words")],
    ["too-large: which is too large when it is unzipped", gzipSync(`${SVG}${" ".repeat(2_000_000)}`)],
    ["broken: which is cut off before its end", gzipSync(SVG).subarray(0, 40)],
  ])("%s", async (why, source) => {
    expect(await refused(source)).toBe(why);
  });

  it("has more pixels than the limit, whatever its type", async () => {
    for (const source of [jpeg, png, bitmap(60, 60, { bits: 1 }), await chequered(60, 60).webp().toBuffer()]) {
      expect(await refused(source, { pixels: 3599 })).toBe("too-many-pixels: of 60 × 60 pixels");
    }
  });
});

describe("a JPEG with a fault", async () => {
  const jpeg = await chequered(60, 60).jpeg().toBuffer();

  it("gets back the mark of its end where nothing else is missing", async () => {
    const { bytes, faults } = await shown(jpeg.subarray(0, -2));
    expect(bytes.equals(jpeg)).toBe(true);
    expect(faults).toEqual([]);
  });

  it("is shown as far as it can be read where it is damaged inside, and told of", async () => {
    const damaged = Buffer.from(jpeg);
    damaged.set([0xff, 0xd9], damaged.length >> 1);
    const { faults } = await shown(damaged);
    expect(faults).toEqual(["which is damaged inside and shown as far as it can be read"]);
  });

  it.each([
    [240, 160],
    [61, 47],
    [16, 300],
    [300, 16],
  ])("is no picture where the end of its last lines is missing too: %i × %i", async (width, height) => {
    const whole = await chequered(width, height).jpeg().toBuffer();
    for (const lost of [40, 60, 90]) {
      expect(await refused(whole.subarray(0, -lost))).toBe("broken: which is cut off before its end");
    }
  });

  it("says how many pages a TIFF has of which the first is shown", async () => {
    const pages = { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } } as const;
    const source = await sharp(Buffer.alloc(8 * 16 * 3, 99), pages)
      .tiff()
      .toBuffer();
    expect((await shown(source)).faults).toEqual(["of 2 pages, of which the first is shown"]);
  });
});
