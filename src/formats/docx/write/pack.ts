import { crc32 } from "node:zlib";
import { deflateSync } from "fflate";
import { type Packed, store } from "../../../zip.js";

/** Packs a part of a document for its package. */
export type Pack = (path: string, content: string | Uint8Array) => Packed;

/**
 * Packs parts, and remembers the last that stood at each path: two parts of three are the same in every document of a
 * house. What it holds is as large as one document.
 */
export function openPacker(): Pack {
  const last = new Map<string, { content: string | Uint8Array; packed: Packed }>();
  return (path, content) => {
    const before = last.get(path);
    if (before?.content === content) return before.packed;
    const packed = pack(path, content);
    if (!PICTURE.test(path)) last.set(path, { content, packed });
    return packed;
  };
}

const PICTURE = /^word\/media\//;
/** Pictures are packed already. */
const PACKED = /\.(png|jpe?g|gif)$/;
/** Of 9: a tenth larger than the smallest in half of its time. */
const LEVEL = 6;

/** Deflated by fflate: what Node's zlib makes differs from machine to machine. */
function pack(path: string, content: string | Uint8Array): Packed {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  if (PACKED.test(path)) return store(bytes);
  return { method: "deflated", size: bytes.length, crc: crc32(bytes), data: deflateSync(bytes, { level: LEVEL }) };
}
