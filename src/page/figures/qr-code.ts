import { encode } from "uqr";

/** A QR code. Lengths in points. */
export interface CodeDrawing {
  /** The dark modules as one path, a unit a module. */
  path: string;
  /** Modules on a side, the white round the code among them. */
  modules: number;
  /** The side, with the white. */
  size: number;
  /** The same for a picture of dots: dark or not, row by row, the white among them. */
  rows: boolean[][];
}

// Four modules of white round the code (ISO/IEC 18004, 5.3.8).
const QUIET = 4;
// 15 mm: a telephone held over a page reads no smaller one with ease.
const SMALLEST = (15 * 72) / 25.4;
// A long address has more modules: none may be smaller than 0.4 mm.
const SMALLEST_MODULE = (0.4 * 72) / 25.4;

/**
 * The QR code of an address, error correction level M: it stands a stain on an eighth of it. Undefined for an address that
 * is too long for one.
 */
export function drawCode(address: string): CodeDrawing | undefined {
  const rows = encodeModules(address);
  if (!rows) return undefined;
  const modules = rows.length + 2 * QUIET;
  const module = Math.max(SMALLEST / rows.length, SMALLEST_MODULE);
  return { path: toPath(rows), modules, size: modules * module, rows: withQuiet(rows, modules) };
}

function encodeModules(text: string): boolean[][] | undefined {
  try {
    return encode(text, { ecc: "M", boostEcc: false, border: 0 }).data;
  } catch {
    return undefined; // longer than 2,331 bytes
  }
}

function withQuiet(rows: readonly (readonly boolean[])[], modules: number): boolean[][] {
  const blank = (): boolean[][] => Array.from({ length: QUIET }, () => Array(modules).fill(false));
  const side: boolean[] = Array(QUIET).fill(false);
  return [...blank(), ...rows.map((row) => [...side, ...row, ...side]), ...blank()];
}

/** One rectangle for each run of dark modules in a row. */
function toPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      [...row.map(Number).join("").matchAll(/1+/g)].map(
        ({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join("");
}
