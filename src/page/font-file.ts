import { closeSync, openSync, readSync } from "node:fs";

/** What a font file holds: outlines of one face, of several, or none that we know. */
export type FontKind = "truetype" | "postscript" | "collection" | "unknown";

// The first four bytes of a font (OpenType 1.9, “Organization of an OpenType Font”).
const KINDS: Readonly<Record<string, FontKind>> = {
  "\0\u0001\0\0": "truetype",
  true: "truetype",
  OTTO: "postscript",
  ttcf: "collection",
};
// A font that is packed says after its own mark what it is unpacked (WOFF 2.0, 4.1).
const PACKED = new Set(["wOFF", "wOF2"]);

/** Looks at the first bytes of a file. */
export function kindOf(path: string): FontKind {
  const head = Buffer.alloc(8);
  const file = openSync(path, "r");
  try {
    readSync(file, head, 0, 8, 0);
  } finally {
    closeSync(file);
  }
  const [mark, packed] = [head.toString("latin1", 0, 4), head.toString("latin1", 4, 8)];
  return KINDS[PACKED.has(mark) ? packed : mark] ?? "unknown";
}
