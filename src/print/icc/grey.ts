import { curve, writeProfile } from "./profile.js";

/** How a profile of our own is named where a reader shows it. */
export const GREY_PROFILE_NAME = "Black ink on uncoated paper, tone value increase 22 %";

// ISO 12647-2:2013, tone value increase curve C: what offset on uncoated paper, the paper of most books, adds at 50 %.
const INCREASE_AT_HALF = 0.22;
const STEPS = 256;

/**
 * One black ink on uncoated paper, for the output intent of a press edition where the printer gave no profile. An output
 * profile (`prtr`), as ISO 15930-7, 6.2.2 asks, of one channel: 0 is ink, 1 is bare paper (as DeviceGray).
 */
export function greyProfile(): Uint8Array {
  return writeProfile({
    deviceClass: "prtr",
    colourSpace: "GRAY",
    name: GREY_PROFILE_NAME,
    tags: { kTRC: curve(STEPS, reflectanceOf) },
  });
}

/** Murray-Davies: what is not covered by ink reflects; the increase is a parabola with its top at half. */
function reflectanceOf(grey: number): number {
  const ink = 1 - grey;
  return 1 - (ink + 4 * INCREASE_AT_HALF * ink * (1 - ink));
}
