import bwip from "bwip-js/node";

/** A QR code. Lengths in points. */
export interface CodeDrawing {
  /** The dark modules as one path, a unit a module. */
  path: string;
  /** Modules on a side, the white round the code among them. */
  modules: number;
  /** The side, with the white. */
  size: number;
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
  const symbol = encode(address);
  if (!symbol) return undefined;
  const { pixs, pixx } = symbol;
  const modules = pixx + 2 * QUIET;
  const module = Math.max(SMALLEST / pixx, SMALLEST_MODULE);
  return { path: toPath(pixs, pixx), modules, size: modules * module };
}

/** Modules in rows, 1 for a dark one, and how many a row has. */
interface Matrix {
  pixs: readonly number[];
  pixx: number;
}

function encode(text: string): Matrix | undefined {
  try {
    const [symbol] = bwip.raw("qrcode", text, "eclevel=M");
    return symbol && "pixs" in symbol ? symbol : undefined;
  } catch {
    return undefined;
  }
}

/** One rectangle for each run of dark modules in a row. */
function toPath(pixs: readonly number[], columns: number): string {
  const rows = Array.from({ length: pixs.length / columns }, (_, y) =>
    pixs.slice(y * columns, (y + 1) * columns).join(""),
  );
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join("");
}
