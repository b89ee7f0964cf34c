import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { describeAccess } from "../../../src/formats/epub/metadata/accessibility.js";
import type { PrintedPage } from "../../../src/formats/locations.js";
import type { ImageFile, RefusedImage } from "../../../src/library/image-file.js";
import { readLocale } from "../../../src/page/locale.js";
import { templateFolders } from "../../../src/page/template-files.js";
import { numbered, somePattern } from "../../support/patterns.js";

const locale = readLocale(templateFolders(undefined), "en", {});
const STILL: ImageFile = {
  path: "/oven.png",
  sha256: "00",
  mediaType: "image/png",
  width: 1,
  height: 1,
  faults: [],
  removed: [],
};
const MOVING: ImageFile = { ...STILL, moving: { path: "/oven.gif", sha256: "01", mediaType: "image/gif" } };

interface Shown {
  pictures?: Record<string, { alt: string; image: ImageFile | RefusedImage }>;
  pages?: readonly PrintedPage[];
  held?: readonly string[];
}

function accessOf({ pictures = {}, pages = [], held = [] }: Shown) {
  const { body } = somePattern({ slug: "oven" });
  const images = Object.entries(pictures).map(([src, { alt }]) => ({ src, alt, place: { line: 1, column: 1 } }));
  const pattern = numbered(1, { slug: "oven", body: { ...body, images } });
  return describeAccess(
    { patterns: [pattern], images: new Map(Object.entries(pictures).map(([src, { image }]) => [src, image])) },
    {
      locale,
      drawings: new Map(),
      config: defaultConfig(),
      locations: {
        print: new Map(),
        pages: new Map(pages.length > 0 ? [[pattern.id, pages]] : []),
        sections: new Map(),
      },
    },
    new Set(held),
  );
}

describe("what an e-book says of its pictures", () => {
  it("is no hazard where none moves, and an unknown one where one does", () => {
    expect(accessOf({}).hazards).toEqual(["none"]);
    const still = { alt: "An oven", image: STILL };
    expect(accessOf({ pictures: { "a.png": still } }).hazards).toEqual(["none"]);
    expect(accessOf({ pictures: { "a.png": still, "b.gif": { alt: "Fire", image: MOVING } } }).hazards).toEqual([
      "unknown",
    ]);
  });

  it("is that words are enough where every picture has them, and no picture that is not shown counts", () => {
    const refused = { refused: "missing" as const };
    expect(accessOf({ pictures: { "a.png": { alt: "", image: refused } } })).toMatchObject({
      modes: ["textual"],
      sufficient: ["textual"],
    });
    expect(accessOf({ pictures: { "a.png": { alt: "An oven", image: STILL } } })).toMatchObject({
      modes: ["textual", "visual"],
      sufficient: ["textual"],
      features: expect.arrayContaining(["alternativeText"]),
    });
    const { sufficient, features } = accessOf({
      pictures: { "a.png": { alt: "An oven", image: STILL }, "b.png": { alt: " ", image: STILL } },
    });
    expect(sufficient).toEqual(["textual,visual"]);
    expect(features).not.toContain("alternativeText");
  });

  it("is that there are drawings, and formulas, where its pages hold them", () => {
    expect(accessOf({ held: ["svg"] }).modes).toEqual(["textual", "visual"]);
    expect(accessOf({ held: ["mathml"] }).features).toContain("MathML");
    expect(accessOf({}).features).not.toContain("MathML");
  });
});

it("an e-book promises the pages of the printed book where it has them, and not else", () => {
  const { features, summary } = accessOf({ pages: [{ volume: 1, label: "1", block: null }] });
  expect(features).toEqual(expect.arrayContaining(["pageBreakMarkers", "pageNavigation"]));
  const without = accessOf({});
  expect(without.features.filter((feature) => /^page/.test(feature))).toEqual([]);
  expect(summary.startsWith(without.summary)).toBe(true);
  expect(summary.length).toBeGreaterThan(without.summary.length);
});
