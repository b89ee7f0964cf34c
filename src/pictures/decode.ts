import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { ImageFile, PictureFile, RefusedImage } from "../library/image-file.js";
import { isSystemError } from "../machine/system-error.js";
import type { PictureLimits } from "./limits.js";
import { decodeRaster, type Raster } from "./raster.js";
import { sniff } from "./sniff.js";
import { decodeSvg } from "./svg/decode.js";
import { inWords } from "./test-decoding.js";

export interface DecodeTask {
  /** A file, or the bytes that a text holds itself. */
  source: { file: string } | { bytes: Uint8Array };
  /** Where to write what is shown in the file's place; it is made. */
  folder: string;
  limits: DecodeLimits;
}

export interface DecodeLimits extends PictureLimits {
  /** Most bytes, also of what is unpacked. */
  bytes: number;
}

/** What a picture turned out to be. A path that is null is that of the source. */
export type Decoded = RefusedImage | DecodedImage;
export interface DecodedImage extends Omit<ImageFile, "path" | "moving"> {
  path: string | null;
  moving?: Omit<PictureFile, "path"> & { path: string | null };
}

/** Reads a picture by what it holds, and writes what editions show of it. Runs in a worker thread. */
export async function decodePicture({ source, folder, limits }: DecodeTask): Promise<Decoded> {
  const bytes = "bytes" in source ? source.bytes : await readFile(source.file);
  const decoded = await decode(bytes, limits);
  await mkdir(folder, { recursive: true });
  if ("refused" in decoded) return decoded;
  const keep = async (name: string, shown: Pick<Raster, "mediaType" | "bytes">) => {
    // What stands in a text has no file of its own.
    const made = shown.bytes ?? ("bytes" in source ? bytes : undefined);
    if (made) await writeFile(join(folder, name), made);
    const sha256 = createHash("sha256")
      .update(made ?? bytes)
      .digest("hex");
    return { path: made ? name : null, mediaType: shown.mediaType, sha256 };
  };
  const { width, height, faults, removed = [], moving } = decoded;
  return {
    ...(await keep("picture", decoded)),
    ...{ width, height, faults, removed },
    ...(moving ? { moving: await keep("moving", moving) } : {}),
  };
}

type Shown = Raster & { removed?: readonly string[] };

async function decode(bytes: Uint8Array, limits: DecodeLimits): Promise<Shown | RefusedImage> {
  const type = sniff(bytes);
  if ("unread" in type) return { refused: "unknown-type", what: `which is ${type.unread}` };
  try {
    if (type.read === "gzip") return await decodeZipped(bytes, limits);
    if (type.read === "markup") return await decodeSvg(bytes, limits);
    return await decodeRaster(bytes, type.read, limits);
  } catch (error) {
    if (!(error instanceof Error) || isSystemError(error)) throw error;
    return { refused: "broken", what: inWords(error.message, limits) };
  }
}

/** SVG is the only picture that is kept zipped (SVG 1.1, 1.2). */
async function decodeZipped(bytes: Uint8Array, limits: DecodeLimits): Promise<Shown | RefusedImage> {
  const unzipped = await promisify(gunzip)(bytes, { maxOutputLength: limits.bytes }).catch((error: Error) => error);
  if (unzipped instanceof RangeError) return { refused: "too-large", what: "which is too large when it is unzipped" };
  if (unzipped instanceof Error) return { refused: "broken", what: "which is cut off before its end" };
  const type = sniff(unzipped);
  if ("read" in type && type.read === "markup") return decodeSvg(unzipped, limits);
  return { refused: "unknown-type", what: "which is an archive (gzip) that holds no SVG" };
}
