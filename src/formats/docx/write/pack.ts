import { deflate, type Packed, store } from "../../../archives/zip.js";
import { keepRecent, type Recent } from "./recent.js";

/** Packs a part of a document for its package. */
export type Pack = (path: string, content: string | Uint8Array) => Packed;

/**
 * How many versions of each part are kept: lists come in a hundred combinations, and a few of them are in every second
 * document.
 */
const MOST = 100;

/**
 * Packs parts, and remembers how the last ones at each path were packed: two parts of three are the same in every document
 * of a house.
 */
export function openPacker(): Pack {
  const recent = new Map<string, Recent<Packed>>();
  return (path, content) => {
    if (typeof content !== "string" || OWN.test(path)) return pack(path, content);
    const kept = recent.get(path) ?? keepRecent<Packed>(MOST);
    recent.set(path, kept);
    return kept(content, () => pack(path, content));
  };
}

/** Parts that are different in every document: keeping them would only fill the memory. */
const OWN = /^word\/(document\.xml$|media\/)/;
/** Pictures are packed already. */
const PACKED = /\.(png|jpe?g|gif)$/;

/** Deflated by fflate: what Node's zlib makes differs from machine to machine. */
function pack(path: string, content: string | Uint8Array): Packed {
  return PACKED.test(path) ? store(Buffer.from(content)) : deflate(content);
}
