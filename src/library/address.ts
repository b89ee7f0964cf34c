import { addressKey } from "./link.js";
import type { Library, PatternId } from "./pattern.js";

/** Where a link in a body leads. */
export type LinkTarget =
  | { kind: "pattern"; id: PatternId }
  | { kind: "web"; href: string; repaired: boolean }
  | { kind: "dead"; reason: string };

const BARE_HOST =
  /^(?:www\.)?(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|io|coop|info|eu|uk|de|es|fr|int|co|dev)(?:[/?#:]|$)/i;

/**
 * Resolves a link as written: a pattern by site address, relative path or slug; an address on the web, its scheme added
 * where it is missing; else nothing.
 */
export function resolveAddress(href: string, { names, hosts }: Pick<Library, "names" | "hosts">): LinkTarget {
  const written = repairScheme(href.trim());
  const known = names.get(addressKey(written) ?? "") ?? names.get(slugOf(written) ?? "");
  if (/^(mailto|tel|doi):/i.test(written)) return { kind: "web", href: written, repaired: false };
  if (/^https?:\/\//i.test(written)) {
    if (known && isOnSite(written, names, hosts)) return { kind: "pattern", id: known };
    return toWeb(written, written !== href.trim());
  }
  if (known) return { kind: "pattern", id: known };
  if (BARE_HOST.test(written)) return toWeb(`https://${written}`, true);
  return { kind: "dead", reason: "no pattern and no page on the web stands at this address" };
}

/** `https.www.example.org`, `http:/example.org`: a scheme that was mistyped. */
function repairScheme(address: string): string {
  return address.replace(/^(https?)(?::\/?(?!\/)|\.(?=\S+\.)|\/\/)/i, "$1://");
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
  return names.has(key) || hosts.has(key.split("/")[0] ?? "");
}

function toWeb(address: string, repaired: boolean): LinkTarget {
  if (!URL.canParse(address)) return { kind: "dead", reason: "the address is not valid" };
  const url = new URL(address);
  if (url.username || url.password) return { kind: "dead", reason: "the address holds a password" };
  // Characters that URLs tolerate and RFC 3986, which EPUB asks for, does not.
  const href = url.href.replace(/[[\]{}|^`\\]/g, encodeURIComponent).replace(/#([^#]*)#.*$/, "#$1");
  return { kind: "web", href, repaired };
}
