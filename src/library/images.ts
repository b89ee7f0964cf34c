import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, extname, join, posix, relative, sep } from "node:path";
import { imageSize } from "image-size";
import type { ImageFile, RefusedImage } from "./image-file.js";
import { type FindFile, openFiles, readPage } from "./links/wikilinks.js";
import type { LibraryFile, Pattern } from "./pattern.js";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
};

/** The key of a picture in the library: it is found from where the pattern's file stands. */
export function imageKey(pattern: Pick<Pattern, "source">, src: string): string {
  return join(dirname(pattern.source.path), src);
}

/** Where pictures are looked for, and which. */
export interface ImageOptions {
  /** The library's: nothing outside of it is read. */
  folder: string;
  /** Largest file, in bytes. */
  maxBytes: number;
  /** Files that stand for addresses on the web, relative to the folder: nothing is fetched. */
  copies: Readonly<Record<string, string>>;
  /** What stands below the folder. */
  files: ReadonlyMap<string, LibraryFile>;
}

/** Looks up every picture of the patterns. */
export async function findImages(
  patterns: readonly Pattern[],
  options: ImageOptions,
): Promise<Map<string, ImageFile | RefusedImage>> {
  const found = new Map<string, ImageFile | RefusedImage>();
  const findFile = openFiles(options.files);
  for (const pattern of patterns) {
    for (const { src } of pattern.body.images) {
      const key = imageKey(pattern, src);
      if (!found.has(key)) found.set(key, await findImage(pattern, toPath(pattern, src, findFile), options));
    }
  }
  return found;
}

/** The address of a picture that a wikilink names, from where the pattern's file stands; any other as it is written. */
function toPath(pattern: Pattern, src: string, findFile: FindFile): string {
  const page = readPage(src);
  const file = page && findFile(page.name, pattern);
  if (!file) return src;
  return posix.relative(posix.dirname(pattern.source.path), file.path).split("/").map(encodeURIComponent).join("/");
}

async function findImage(
  pattern: Pattern,
  src: string,
  { folder, maxBytes, copies }: ImageOptions,
): Promise<ImageFile | RefusedImage> {
  const copy = Object.hasOwn(copies, src) ? copies[src] : undefined;
  if (copy === undefined && /^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) return { refused: "remote" };
  const path = copy === undefined ? join(folder, dirname(pattern.source.path), decode(src)) : join(folder, copy);
  if (!isBelow(folder, path)) return { refused: "outside" };
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()];
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) return { refused: "missing" };
  // A link inside the folder may point out of it.
  if (!isBelow(await realpath(folder), await realpath(path))) return { refused: "outside" };
  if (!mediaType) return { refused: "unknown-type" };
  if (info.size > maxBytes) return { refused: "too-large" };
  return measure(path, mediaType, await readFile(path));
}

function measure(path: string, mediaType: string, bytes: Uint8Array): ImageFile | RefusedImage {
  if (mediaType === "image/svg+xml" && isActive(new TextDecoder().decode(bytes))) return { refused: "unsafe" };
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // From 5 on, a camera has laid it on its side (Exif 2.32, 4.6.4).
    const upright = orientation > 4 ? { width: height, height: width } : { width, height };
    return { path, mediaType, ...upright, sha256: createHash("sha256").update(bytes).digest("hex") };
  } catch {
    return { refused: "broken" };
  }
}

/** SVG that runs scripts, embeds HTML or loads anything from elsewhere. */
function isActive(svg: string): boolean {
  return (
    /<\s*(?:[\w-]+:)?(script|foreignObject|iframe|object|embed|set|animate)|<!ENTITY|@import/i.test(svg) ||
    /\son[a-z]+\s*=/i.test(svg) ||
    /(?:href|src)\s*=\s*["']?\s*(?!#|["'\s>])/i.test(svg) ||
    /url\(\s*["']?(?!#)/i.test(svg)
  );
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !way.startsWith("/");
}

function decode(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
