import { realpath, stat } from "node:fs/promises";
import { dirname, join, posix, relative, sep } from "node:path";
import { readLiquidAddress } from "./body/liquid-links.js";
import { dataOf, isInText } from "./data-address.js";
import type { ImageFile, RefusedImage } from "./image-file.js";
import type { LibraryFile } from "./library.js";
import { type FindFile, openFiles, readPage } from "./links/wikilinks.js";
import type { BodyImage, Pattern } from "./pattern.js";
import { mapAddress } from "./reading/map-address.js";

/** The key of a picture in the library: it is found from where the pattern's file stands or from the root, or stands in the text itself. */
export function imageKey(pattern: Pick<Pattern, "source">, src: string): string {
  const address = readLiquidAddress(src);
  return isInText(src) || address.startsWith("/") ? address : join(dirname(pattern.source.path), address);
}

/** How a message names a picture. */
export function nameImage({ src }: Pick<BodyImage, "src">): string {
  if (src === "") return "a picture without an address";
  if (/^data:image\/svg/i.test(src)) return "a drawing in the text";
  return isInText(src) ? "a picture in the text" : `the picture ${src}`;
}

/** Where pictures are looked for, and which. */
export interface ImageOptions {
  /** The library's: nothing outside of it is read. */
  folder: string;
  /** Largest file, in bytes. */
  maxBytes: number;
  /** Files that stand for addresses, relative to the folder: nothing is fetched. */
  copies: Readonly<Record<string, string>>;
  /** What stands below the folder. */
  files: ReadonlyMap<string, LibraryFile>;
  decode: DecodeImage;
}

/** Looks at what a picture file holds, or what a text holds in its place, and says what editions show of it. */
export type DecodeImage = (
  source: { file: string } | { bytes: Uint8Array },
  /** The path of the pattern's file that shows it. */
  shownIn: string,
) => Promise<ImageFile | RefusedImage>;

// Read and decoded at the same time; of more the memory would have no bound.
const AT_ONCE = 16;

/** Looks up every picture of the patterns, each once. */
export async function findImages(
  patterns: readonly Pattern[],
  options: ImageOptions,
): Promise<Map<string, ImageFile | RefusedImage>> {
  const findFile = openFiles(options.files);
  const wanted = new Map<string, () => Promise<ImageFile | RefusedImage>>();
  for (const pattern of patterns) {
    for (const { src } of pattern.body.images)
      wanted.set(imageKey(pattern, src), () => findImage(pattern, toPath(pattern, src, findFile), options));
  }
  const found = new Map<string, ImageFile | RefusedImage>();
  const all = [...wanted];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = await Promise.all(
      all.slice(at, at + AT_ONCE).map(async ([key, find]) => [key, await find()] as const),
    );
    for (const [key, image] of some) found.set(key, image);
  }
  return found;
}

/** The address of a picture that a wikilink names, from where the pattern's file stands; any other as it is written. */
function toPath(pattern: Pattern, src: string, findFile: FindFile): string {
  const page = readPage(src);
  if (!page) return readLiquidAddress(src);
  const file = findFile(page.name, pattern);
  if (!file) return src;
  return posix.relative(posix.dirname(pattern.source.path), file.path).split("/").map(encodeURIComponent).join("/");
}

async function findImage(
  pattern: Pattern,
  src: string,
  { folder, maxBytes, copies, files, decode }: ImageOptions,
): Promise<ImageFile | RefusedImage> {
  if (isInText(src)) return findInText(src, maxBytes, (source) => decode(source, pattern.source.path));
  const copy = mapAddress(src, copies);
  if (copy === undefined && /^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) return { refused: "remote" };
  if (src === "") return { refused: "missing" };
  const path = join(
    folder,
    copy ?? (src.startsWith("/") ? below(src, files) : beside(pattern.source.path, unescaped(src), files)),
  );
  if (!isBelow(folder, path)) return { refused: "outside" };
  const info = await stat(path).catch(asRefused);
  if ("refused" in info) return info;
  if (info.isDirectory()) return { refused: "missing", what: "which is a folder" };
  // Nobody knows what reading a device would do.
  if (!info.isFile()) return { refused: "missing", what: "which is a pipe, a socket or a device" };
  // A link inside the folder may point out of it.
  if (!isBelow(await realpath(folder), await realpath(path))) return { refused: "outside" };
  if (info.size > maxBytes) return tooLarge(info.size);
  return decode({ file: path }, pattern.source.path);
}

/** Nothing stands there, or in a folder that may not be looked into. */
function asRefused(error: unknown): RefusedImage {
  const closed = error instanceof Error && "code" in error && error.code === "EACCES";
  return closed ? FORBIDDEN : { refused: "missing" };
}

/** What is said of a picture that the system does not let us read. */
export const FORBIDDEN: RefusedImage = { refused: "forbidden", what: "which the system does not let you read" };

/**
 * The file that an address from the root of a site names: It is not known where on the site the library's folder
 * stands, so the beginning of the path is dropped, folder by folder, until a file is found.
 */
function below(src: string, files: ImageOptions["files"]): string {
  const names = unescaped(src.replace(/[?#].*$/, ""))
    .split("/")
    .filter((name) => name !== "");
  const ways = names.map((_, at) => names.slice(at).join("/"));
  const here = ways.find((way) => files.has(way.normalize("NFC")));
  if (here !== undefined || names.length < 2) return here ?? names.join("/");
  // The site may be a folder of the library: the one nearest to its root is meant.
  const end = `/${names.join("/")}`.normalize("NFC");
  const within = [...files.keys()].filter((path) => path.endsWith(end));
  return within.sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))[0] ?? names.join("/");
}

/**
 * The file that a path names, as seen from the pattern's file. A path with a folder in it may also be meant from a
 * folder further up, where the parts of a book are put together.
 */
function beside(from: string, src: string, files: ImageOptions["files"]): string {
  const folders = posix.dirname(from).split("/");
  const written = posix.normalize(src);
  const ways = folders.map((_, at) => posix.join(...folders.slice(0, folders.length - at), written));
  const here = ways[0] ?? written;
  if (!written.includes("/") || written.startsWith("../") || files.has(here.normalize("NFC"))) return here;
  return [...ways, written].find((way) => files.has(way.normalize("NFC"))) ?? here;
}

async function findInText(
  src: string,
  maxBytes: number,
  decode: (source: { bytes: Uint8Array }) => ReturnType<DecodeImage>,
): Promise<ImageFile | RefusedImage> {
  const bytes = dataOf(src);
  if (!bytes) return { refused: "broken", what: "whose address is not well formed (RFC 2397)" };
  return bytes.length > maxBytes ? tooLarge(bytes.length) : decode({ bytes });
}

function tooLarge(bytes: number): RefusedImage {
  return { refused: "too-large", what: `of ${Number((bytes / 1e6).toPrecision(3))} MB` };
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !way.startsWith("/");
}

function unescaped(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
