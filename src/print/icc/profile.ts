import { Buffer } from "node:buffer";
import { present } from "../../library/present.js";

// Of our own: lcms-wasm 1.0 reads profiles and writes none; the sRGB that sharp has in it is another with another
// libvips, and none has one ink on uncoated paper.

/** X, Y and Z of the profile connection space, relative to the white of D50. */
export type Xyz = readonly [x: number, y: number, z: number];

/** What a profile describes: a display (`mntr`) or a printing condition (`prtr`). */
type DeviceClass = "mntr" | "prtr";

export interface ProfileParts {
  deviceClass: DeviceClass;
  colourSpace: "RGB " | "GRAY";
  /** What a reader shows as the profile's name; ASCII. */
  name: string;
  /** Colorants and tone curves by their four-letter signature. Values that are the same object are stored once. */
  tags: Readonly<Record<string, Uint8Array>>;
}

// ICC.1:2001-04, 6.1.9 and annex A: the illuminant of the connection space.
const D50: Xyz = [0.9642, 1, 0.8249];

const HEADER_BYTES = 128;
const ENTRY_BYTES = 12;
// Of no meaning to colour; a clock here would make two builds differ.
const CREATED = { year: 2026, month: 1, day: 1 };
const COPYRIGHT = "Made by Pattern Press; no rights reserved (CC0 1.0)";

/**
 * Serialises an ICC profile, version 2.1 (ICC.1:2001-04): the version that every PDF reader, PDF/A-3 and PDF/X-4 take.
 * @returns the same bytes for the same parts
 */
export function writeProfile({ deviceClass, colourSpace, name, tags }: ProfileParts): Uint8Array {
  const all: [string, Uint8Array][] = Object.entries({
    desc: description(name),
    cprt: text(COPYRIGHT),
    wtpt: xyz(D50),
    ...tags,
  });
  const { places, bytes } = placeTags([...new Set(all.map(([, data]) => data))], offsetOfData(all.length));
  const profile = Buffer.alloc(bytes);
  writeHeader(profile, deviceClass, colourSpace);
  profile.writeUInt32BE(all.length, HEADER_BYTES);
  for (const [index, [signature, data]] of all.entries()) {
    const entry = HEADER_BYTES + 4 + index * ENTRY_BYTES;
    const offset = present(places.get(data), "the place of", signature);
    profile.write(signature, entry, "latin1");
    profile.writeUInt32BE(offset, entry + 4);
    profile.writeUInt32BE(data.length, entry + 8);
    profile.set(data, offset);
  }
  return profile;
}

/** A tone curve sampled at equal steps from 0 to 1 (`curveType`, 6.5.3). */
export function curve(steps: number, toneAt: (device: number) => number): Uint8Array {
  const data = typed("curv", 12 + 2 * steps);
  data.writeUInt32BE(steps, 8);
  for (let step = 0; step < steps; step++) {
    data.writeUInt16BE(Math.round(0xffff * toneAt(step / (steps - 1))), 12 + 2 * step);
  }
  return data;
}

/** One colour of the connection space (`XYZType`, 6.5.26). */
export function xyz(value: Xyz): Uint8Array {
  const data = typed("XYZ ", 20);
  writeXyz(data, value, 8);
  return data;
}

function offsetOfData(tags: number): number {
  return HEADER_BYTES + 4 + tags * ENTRY_BYTES;
}

/** Tags begin at multiples of four bytes (6.2). */
function placeTags(tags: readonly Uint8Array[], start: number): { places: Map<Uint8Array, number>; bytes: number } {
  const places = new Map<Uint8Array, number>();
  let bytes = start;
  for (const data of tags) {
    places.set(data, bytes);
    bytes += Math.ceil(data.length / 4) * 4;
  }
  return { places, bytes };
}

/** ICC.1:2001-04, 6.1. */
function writeHeader(profile: Buffer, deviceClass: DeviceClass, colourSpace: string): void {
  profile.writeUInt32BE(profile.length, 0);
  profile.writeUInt32BE(0x02100000, 8);
  profile.write(`${deviceClass}${colourSpace}XYZ `, 12, "latin1");
  profile.writeUInt16BE(CREATED.year, 24);
  profile.writeUInt16BE(CREATED.month, 26);
  profile.writeUInt16BE(CREATED.day, 28);
  profile.write("acsp", 36, "latin1");
  writeXyz(profile, D50, 68);
}

/** Each as a fixed-point number of 16 and 16 bits (5.3.4). */
function writeXyz(data: Buffer, value: Xyz, offset: number): void {
  for (const [index, part] of value.entries()) data.writeInt32BE(Math.round(part * 0x10000), offset + 4 * index);
}

/** `textDescriptionType` (6.5.17), with nothing in its Unicode and Macintosh parts. */
function description(name: string): Uint8Array {
  const data = typed("desc", 12 + name.length + 1 + 78);
  data.writeUInt32BE(name.length + 1, 8);
  data.write(name, 12, "latin1");
  return data;
}

function text(value: string): Uint8Array {
  const data = typed("text", 8 + value.length + 1);
  data.write(value, 8, "latin1");
  return data;
}

function typed(signature: string, bytes: number): Buffer {
  const data = Buffer.alloc(bytes);
  data.write(signature, 0, "latin1");
  return data;
}
