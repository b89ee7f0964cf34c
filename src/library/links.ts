import { addressKey, targetOf } from "./names.js";
import type { Library, PatternId } from "./pattern.js";

/** Where a link in a body leads. */
export type LinkTarget =
  | { kind: "pattern"; id: PatternId }
  /** A page on the web, a mailbox, a telephone, a DOI. */
  | { kind: "address"; href: string; repaired: boolean }
  | { kind: "dead"; reason: string };

/**
 * Resolves a link as written: a pattern by site address, relative path or slug, whatever its case; an address, its
 * scheme added where it is missing; else nothing.
 */
export function resolveLink(href: string, { names, hosts }: Pick<Library, "names" | "hosts">): LinkTarget {
  const written = repairScheme(href.trim());
  if (/^(mailto|tel|doi):/i.test(written)) return { kind: "address", href: written, repaired: false };
  const bare = isBareHost(written);
  const known = targetOf(names, addressKey(written) ?? "") ?? targetOf(names, slugOf(written) ?? "");
  if (bare || /^https?:\/\//i.test(written)) {
    if (known && isOnSite(written, names, hosts)) return { kind: "pattern", id: known };
    return toAddress(bare ? `https://${written}` : written, bare || written !== href.trim());
  }
  if (known) return { kind: "pattern", id: known };
  return { kind: "dead", reason: "no pattern and no page on the web stands at this address" };
}

/** `https.www.example.org`, `http:/example.org`: a scheme that was mistyped. */
function repairScheme(address: string): string {
  return address.replace(/^(https?)(?::\/?(?!\/)|\.(?=\S+\.)|\/\/)/i, "$1://");
}

// Labels parted by dots (RFC 1123, and the letters of RFC 5890), the last of them letters alone.
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(\p{L}{2,63})(?=[:/?#]|$)/u;
// A file of the library has such a name as well. There are more than a thousand top-level domains, and few of these.
const FILE_TYPES = new Set(
  "md markdown htm html txt pdf epub docx odt rtf csv json jsonld yaml yml xml zip png jpg jpeg gif svg webp".split(
    " ",
  ),
);

/** `example.eco/page` is an address without its scheme; `notes.md` and `table.csv` are files. */
function isBareHost(address: string): boolean {
  const ending = HOST.exec(address)?.[1]?.toLowerCase();
  return ending !== undefined && (/^www\./i.test(address) || !FILE_TYPES.has(ending));
}

/** The last segment of a path without extension: `../domain/seed-library.md` → `seed-library`. */
function slugOf(path: string): string | undefined {
  return path
    .replace(/[?#].*$/, "")
    .replace(/\/(?:index\.html?)?$/, "")
    .split("/")
    .at(-1)
    ?.replace(/\.(?:md|markdown|html?)$/i, "");
}

/** A page on the web that ends in a slug is a pattern's only where the library's own pages stand. */
function isOnSite(address: string, names: Library["names"], hosts: Library["hosts"]): boolean {
  const key = addressKey(address) ?? "";
  return targetOf(names, key) !== undefined || hosts.has(key.split("/")[0]?.toLowerCase() ?? "");
}

function toAddress(address: string, repaired: boolean): LinkTarget {
  if (!URL.canParse(address)) return { kind: "dead", reason: "the address is not valid" };
  const url = new URL(address);
  if (url.username || url.password) return { kind: "dead", reason: "the address holds a password" };
  // Characters that URLs tolerate and RFC 3986, which EPUB asks for, does not.
  const href = url.href.replace(/[[\]{}|^`\\]/g, encodeURIComponent).replace(/#([^#]*)#.*$/, "#$1");
  return { kind: "address", href, repaired };
}
