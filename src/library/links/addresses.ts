import { isUrl } from "../web-address.js";

/** An address on the web as every edition may hold it, or why none may. */
export type WebAddress = { kind: "address"; href: string; repaired: boolean } | { kind: "dead"; reason: string };

/** `https.www.example.org`, `http:/example.org`, `//example.org`: a scheme that was mistyped or left out. */
export function repairScheme(address: string): string {
  return address.replace(/^(https?)(?::\/?(?!\/)|\.(?=\S+\.)|\/\/)/i, "$1://").replace(/^\/\/(?=[^/])/, "https://");
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
export function isBareHost(address: string): boolean {
  const ending = HOST.exec(address)?.[1]?.toLowerCase();
  return ending !== undefined && (/^www\./i.test(address) || !FILE_TYPES.has(ending));
}

/** @param repaired whether `address` is another than was written */
export function toAddress(address: string, repaired: boolean): WebAddress {
  if (!isUrl(address)) return { kind: "dead", reason: "the address is not valid" };
  const url = new URL(address);
  if (url.username || url.password) return { kind: "dead", reason: "the address holds a password" };
  // Characters that URLs tolerate and RFC 3986, which EPUB asks for, does not.
  const href = url.href.replace(/[[\]{}|^`\\]/g, encodeURIComponent).replace(/#([^#]*)#.*$/, "#$1");
  return { kind: "address", href, repaired };
}
