import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { greyProfile } from "../../src/print/icc/grey.js";
import { srgbProfile } from "../../src/print/icc/srgb.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pattern-press-icc-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("our colour profiles, as Little CMS reads them", () => {
  it("leave sRGB as it is", async () => {
    const colours = [255, 0, 0, 128, 128, 128, 10, 200, 77, 255, 255, 255, 0, 0, 0];
    expect(await convert(colours, srgbProfile())).toEqual(colours);
  });

  it("print a grey with less ink than it shows, since ink spreads on paper", async () => {
    // sRGB's 128 reflects 0.216, a tone of 78 %: what 57 % of ink, a grey of 110, look like with the increase.
    expect(await convert([0, 0, 0, 128, 128, 128, 255, 255, 255], greyProfile())).toEqual([0, 110, 255]);
  });
});

/** Colours of sRGB, three numbers each, in the space of a profile. */
async function convert(colours: readonly number[], profile: Uint8Array): Promise<number[]> {
  // libvips keeps what it read by name: a file for each.
  const path = join(folder, `${profile.length}.icc`);
  await writeFile(path, profile);
  const image = sharp(Buffer.from(colours), { raw: { width: colours.length / 3, height: 1, channels: 3 } });
  const converted = await image.withIccProfile(path).raw().toBuffer({ resolveWithObject: true });
  return [...converted.data];
}
