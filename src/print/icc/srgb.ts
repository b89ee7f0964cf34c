import { curve, writeProfile, type Xyz, xyz } from "./profile.js";

// IEC 61966-2-1's primaries, adapted from D65 to D50 by the Bradford transform: they sum to D50.
const RED: Xyz = [0.43607, 0.22249, 0.01392];
const GREEN: Xyz = [0.38515, 0.71687, 0.09708];
const BLUE: Xyz = [0.14298, 0.06064, 0.7139];

// Steps enough that no 8-bit colour is off by one.
const STEPS = 1024;

/** What Chromium's red, green and blue mean: the profile of sRGB (IEC 61966-2-1), for a PDF's output intent. */
export function srgbProfile(): Uint8Array {
  const tone = curve(STEPS, toLinear);
  return writeProfile({
    deviceClass: "mntr",
    colourSpace: "RGB ",
    name: "sRGB IEC61966-2.1",
    tags: { rXYZ: xyz(RED), gXYZ: xyz(GREEN), bXYZ: xyz(BLUE), rTRC: tone, gTRC: tone, bTRC: tone },
  });
}

/** A component of sRGB, 0 to 1, as the share of light that it stands for. */
export function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
