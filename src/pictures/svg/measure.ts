import type { Element } from "xast";

// CSS pixels (CSS Values 4, 6.2).
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 24 / 25.4,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
};

// What a browser gives a drawing that says nothing of its size (CSS 2.2, 10.3.2).
const USUAL = { width: 300, height: 150 };

// The largest size that is accepted, that of a poster: a drawing has no pixels, so a larger one is shown at this size.
const LARGEST = 10_000;

/** The size of a drawing in CSS pixels: that of its attributes, else of its view box. Zero where it says so. */
export function measureSvg({ attributes }: Element): { width: number; height: number } {
  const width = lengthOf(attributes.width);
  const height = lengthOf(attributes.height);
  const box = viewBoxOf(attributes.viewBox);
  if (width !== undefined && height !== undefined) return within(width, height);
  if (!box) return within(width ?? USUAL.width, height ?? USUAL.height);
  const share = box.width / box.height;
  if (width !== undefined) return within(width, width / share);
  if (height !== undefined) return within(height * share, height);
  return within(box.width, box.height);
}

function within(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LARGEST / Math.max(width, height, 1));
  const length = (pixels: number): number => (pixels <= 0 ? 0 : Math.max(1, Math.round(pixels * scale)));
  return { width: length(width), height: length(height) };
}

/** Nothing for a share of a page that is not there. */
function lengthOf(value: string | null | undefined): number | undefined {
  const [, number, unit = ""] = /^\s*\+?(-?[\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(value ?? "") ?? [];
  const factor = UNITS[unit.toLowerCase()];
  const length = Number(number) * (factor ?? Number.NaN);
  return Number.isFinite(length) ? length : undefined;
}

function viewBoxOf(value: string | null | undefined): { width: number; height: number } | undefined {
  const [, , width = 0, height = 0] = (value ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 && Number.isFinite(width / height) ? { width, height } : undefined;
}
