import { readLiquidAddress } from "../body/liquid-links.js";
import type { LibraryFile } from "../library.js";
import { addressKey, targetOf } from "../names.js";
import type { PatternId } from "../pattern.js";
import { startsAsWebAddress } from "../web-address.js";
import { isBareHost, repairScheme, toAddress } from "./addresses.js";
import { anchorIn, isTop } from "./anchors.js";
import { fileAt, fileBelow, pathFrom } from "./files.js";
import type { From, Names } from "./names.js";
import { findPage, readPage } from "./wikilinks.js";

/** Where a link in a body leads. */
export type LinkTarget =
  | {
      kind: "pattern";
      id: PatternId;
      /** The id in the pattern's tree that its fragment names. */
      anchor?: string;
      /** The fragment, where the pattern has no such place: the link leads to the pattern itself. */
      missing?: string;
    }
  /** A text of the book, or a place in it: as of a pattern. */
  | { kind: "text"; id: PatternId; anchor?: string; missing?: string }
  /** A page on the web, a mailbox, a telephone, a DOI. */
  | { kind: "address"; href: string; repaired: boolean }
  | {
      kind: "dead";
      reason: string;
      /** The path below the library's folder where a file was looked for. */
      path?: string;
      /** The file that stands there, where it is no pattern. */
      file?: LibraryFile;
    };

/**
 * Resolves a link as written: as a path from the file that it stands in, whatever the slug of the file found there; then
 * as an address, its scheme added where it is missing; then as a slug, whatever its case, unless it names a file. A
 * wikilink, `[[page#heading]]`, names a pattern by its file, title, alias or slug.
 */
export function resolveLink(href: string, from: From, library: Names): LinkTarget {
  const page = readPage(href);
  if (page) {
    const named = [library.names, library.texts?.names ?? NO_NAMES].map((names) => findPage(page.name, from, names));
    const id = named.find((each) => each !== undefined);
    if (id !== undefined) return inPattern(id, page.fragment, library);
    const other = fileNamed(page.name, library);
    if (other?.role === "foreign") return inOtherLanguage(other, { fragment: page.fragment, from, library });
    return other ? { kind: "dead", reason: leftOut(other), file: other } : { kind: "dead", reason: NO_PAGE };
  }
  const written = repairScheme(readLiquidAddress(href.trim()));
  if (/^(mailto|tel|doi):/i.test(written)) return { kind: "address", href: written, repaired: false };
  const [, path = "", fragment = ""] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? [];
  if (startsAsWebAddress(written)) {
    const known = patternOnSite(written, library);
    return known ? inPattern(known, fragment, library) : toAddress(written, written !== href.trim());
  }
  const file = path === "" ? library.files.get(from.source.path) : find(path, from, library);
  if (file?.role === "pattern" || file?.role === "text") return inPattern(file.id, fragment, library);
  if (file?.role === "foreign") return inOtherLanguage(file, { fragment, from, library });
  if (file) return { kind: "dead", reason: leftOut(file), file };
  if (isBareHost(written)) {
    const known = patternOnSite(written, library);
    return known ? inPattern(known, fragment, library) : toAddress(`https://${written}`, true);
  }
  const known = patternAt(path, library) ?? textAt(path, library);
  return known ? inPattern(known, fragment, library) : lost(path, from);
}

/** A file of that name that is no pattern: only its extension says that one is meant. */
function fileNamed(name: string, { files }: Names): LibraryFile | undefined {
  if (!/\.[a-z]\w*$/i.test(name)) return undefined;
  const end = `/${name}`.toLowerCase();
  return [...files.values()].find(({ path }) => `/${path}`.toLowerCase().endsWith(end));
}

const NO_NAMES: ReadonlyMap<string, PatternId> = new Map();
const NO_PAGE = "no pattern has this title, alias, file name or slug";

function inPattern(id: PatternId, fragment: string, { byId, texts }: Names): LinkTarget {
  const pattern = byId.get(id);
  const text = pattern ? undefined : texts?.byId.get(id);
  const whole = { kind: text ? ("text" as const) : ("pattern" as const), id };
  const within = pattern ?? text;
  if (fragment === "" || !within) return whole;
  const anchor = anchorIn(within, fragment);
  if (anchor !== undefined) return { ...whole, anchor };
  return isTop(within, fragment) ? whole : { ...whole, missing: fragment };
}

/** A pattern in another language: its twin in the book, unless it links to what it is a translation of; else on the web. */
function inOtherLanguage(
  file: Extract<LibraryFile, { role: "foreign" }>,
  { fragment, from, library }: { fragment: string; from: From; library: Names },
): LinkTarget {
  const twin = file.twin === undefined ? undefined : library.byId.get(file.twin);
  if (twin && twin.source.path !== from.source.path) return inPattern(twin.id, fragment, library);
  if (file.address !== undefined) return toAddress(file.address, false);
  return { kind: "dead", reason: `${file.path} is in another language than this edition`, file };
}

/** As percent-encoding says, else as it stands: a name may hold a percent sign. */
function find(path: string, from: From, { files }: Names): LibraryFile | undefined {
  for (const spelling of new Set([decode(path), path])) {
    const way = spelling.startsWith("/") ? undefined : pathFrom(from.source.path, spelling);
    const file = spelling.startsWith("/") ? fileBelow(spelling, files) : way !== undefined && fileAt(way, files);
    if (file) return file;
  }
  return undefined;
}

function leftOut({ path, role }: LibraryFile): string {
  if (role === "failed") return `${path} could not be read as a pattern`;
  return `${path} is a file of the library and no pattern: it is in no edition`;
}

/** The pattern that an address on the web shows. One that ends in a slug is a pattern's where the library's pages stand. */
function patternOnSite(address: string, { names, hosts }: Names): PatternId | undefined {
  const key = addressKey(address) ?? "";
  const stated = targetOf(names, key);
  if (stated) return stated;
  return hosts.has(key.split("/")[0]?.toLowerCase() ?? "") ? targetOf(names, slugOf(key) ?? "") : undefined;
}

/** The pattern that a path without a file names: from the root of the library's site, or by its slug. */
function patternAt(path: string, { names, hosts }: Names): PatternId | undefined {
  const onSite = path.startsWith("/") ? [...hosts].map((host) => addressKey(host + path)) : [];
  const known = onSite.map((key) => targetOf(names, key ?? "")).find((id) => id !== undefined);
  return known ?? (namesFile(path) ? undefined : targetOf(names, slugOf(path) ?? ""));
}

/** The text that a path without a file names by its slug. */
function textAt(path: string, { texts }: Names): PatternId | undefined {
  return texts === undefined || namesFile(path) ? undefined : targetOf(texts.names, slugOf(path) ?? "");
}

/** `care/chair.md` is a file or nothing, whatever has the slug `chair`. */
function namesFile(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** The last segment of a path, without an extension that pages on the web have: `../care/seed-library/` → `seed-library`. */
function slugOf(path: string): string | undefined {
  const segment = path
    .replace(/[?#].*$/, "")
    .replace(/\/(?:index\.html?)?$/, "")
    .split("/")
    .at(-1);
  return decode(segment ?? "").replace(/\.(?:md|markdown|html?)$/i, "");
}

function lost(path: string, from: From): LinkTarget {
  if (!namesFile(path)) return { kind: "dead", reason: "no pattern and no page on the web stands at this address" };
  const decoded = decode(path);
  const sought = decoded.startsWith("/") ? decoded.slice(1) : pathFrom(from.source.path, decoded);
  if (sought === undefined) return { kind: "dead", reason: "it leads out of the library's folder" };
  return { kind: "dead", reason: `there is no file ${sought}`, path: sought };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
