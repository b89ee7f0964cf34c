import type { Properties } from "hast";

/** A size in CSS pixels. */
interface Size {
  width: number;
  height: number;
}

// The largest size that is accepted: no page has more room, and calculations with it must not overflow.
const LARGEST = 10_000;

/**
 * The size that a text asks for a picture, by the attributes of `<img>` in HTML: lengths in CSS pixels, one of which follows
 * from the other; or the width as a share of the line, in percent, as `dataShare`. Where it asks for nothing, its own.
 */
export function askedSize({ width, height }: Properties, { width: ownWidth, height: ownHeight }: Size): Properties {
  const own = { width: ownWidth, height: ownHeight };
  const [across, down] = [pixelsOf(width), pixelsOf(height)];
  const share = shareOf(width);
  if (share !== undefined) return { ...own, dataShare: share };
  if (across !== undefined && down !== undefined)
    return { width: across, height: down, ...stretched(across, down, own) };
  if (across !== undefined)
    return { width: across, height: Math.max(1, Math.round((across * own.height) / own.width)) };
  if (down !== undefined) return { width: Math.max(1, Math.round((down * own.width) / own.height)), height: down };
  return { ...own };
}

/** Of another shape than its own: the style sheets compute the height from the width. */
function stretched(width: number, height: number, own: Size): Properties {
  const difference = (width / height) * (own.height / own.width);
  return difference > 0.98 && difference < 1.02 ? {} : { style: `aspect-ratio:${width}/${height}` };
}

function pixelsOf(value: Properties[string]): number | undefined {
  const pixels = Number(/^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/i.exec(String(value ?? ""))?.[1]);
  return pixels > 0 ? Math.min(LARGEST, Math.max(1, Math.round(pixels))) : undefined;
}

function shareOf(value: Properties[string]): number | undefined {
  const share = Number(/^\s*(\d+(?:\.\d+)?)%\s*$/.exec(String(value ?? ""))?.[1]);
  return share > 0 ? Math.min(100, share) : undefined;
}
