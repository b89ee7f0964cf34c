import { describe, expect, it } from "vitest";
import { fromXml } from "xast-util-from-xml";
import type { Navigation, NavigationPoint } from "../../../src/formats/epub/package/navigation.js";
import { ncxDocument } from "../../../src/formats/epub/package/package-document.js";
import { navigationPage } from "../../../src/formats/epub/pages/front-pages.js";
import { readLocale } from "../../../src/page/locale.js";
import { templateFolders } from "../../../src/page/template-files.js";
import { openTemplates } from "../../../src/page/templates.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";

const FOLDERS = templateFolders(undefined);
const LOCALE = readLocale(FOLDERS, "en", {});
const DESK = { templates: openTemplates(FOLDERS, LOCALE), locale: LOCALE };
const METADATA = { identifier: "urn:uuid:0", languages: ["en"], book: { title: "Ways" } };

/** A part with a chapter with so many patterns of so many printed pages each. */
function navigationOf(patterns: number, pages: number): Navigation {
  const point = (label: string, order: number, children: NavigationPoint[] = []): NavigationPoint => ({
    label,
    href: `${order}.xhtml`,
    order,
    children,
  });
  const step = pages + 1;
  const leaves = Array.from({ length: patterns }, (_, at) =>
    point(`${at + 1} A Pattern of some Length`, 3 + at * step),
  );
  return {
    points: [point("Part", 1, [point("Chapter", 2, leaves)])],
    depth: 3,
    landmarks: [],
    pages: leaves.flatMap(({ href, order }) =>
      Array.from({ length: pages }, (_, at) => {
        const label = String(order + at);
        return { label, href: `${href}#p.${label}`, order: order + at + 1, type: "normal" as const };
      }),
    ),
  };
}

function read(
  patterns: number,
  pages: number,
): { bytes: number; labels: string[]; orders: number[]; pages: number; lacks: string[] } {
  const { ncx, lacks } = ncxDocument(navigationOf(patterns, pages), METADATA, DESK);
  const tree = fromXml(ncx);
  const points = findAll(tree, "navPoint");
  const targets = findAll(tree, "pageTarget");
  return {
    bytes: Buffer.byteLength(ncx),
    labels: points.flatMap((point) => findAll(point, "text").slice(0, 1).map(textIn)),
    orders: [...points, ...targets].map((each) => Number(attribute(each, "playOrder"))).sort((a, b) => a - b),
    pages: targets.length,
    lacks,
  };
}

describe("the contents of an e-book for old reading systems", () => {
  it.each([
    { patterns: 20, pages: 10, points: 22, targets: 200, what: "everything" },
    { patterns: 450, pages: 11, points: 452, targets: 0, what: "no printed pages, where they do not fit" },
    { patterns: 3000, pages: 1, points: 2, targets: 0, what: "no patterns, where those do not either" },
  ])("have $what, and count what they have", ({ patterns, pages, points, targets }) => {
    const ncx = read(patterns, pages);
    expect(ncx.bytes).toBeLessThanOrEqual(300_000);
    expect(ncx.labels.slice(0, 2)).toEqual(["Part", "Chapter"]);
    expect(ncx.labels).toHaveLength(points);
    expect(ncx.pages).toBe(targets);
    expect(ncx.orders).toEqual(ncx.orders.map((_, at) => at + 1));
    expect(ncx.lacks).toHaveLength((targets === 0 ? 1 : 0) + (points === 2 ? 1 : 0));
  });
});

describe("the contents of an e-book for new reading systems", () => {
  it.each([
    { patterns: 450, pages: 11, points: 452, targets: 4950, lacks: [] },
    { patterns: 450, pages: 16, points: 452, targets: 3600, lacks: ["one in 2 printed pages is listed"] },
    {
      patterns: 3616,
      pages: 11,
      points: 2,
      targets: 3977,
      lacks: ["no pattern is listed, but parts and chapters are", "one in 10 printed pages is listed"],
    },
  ])("fit into a file: $patterns patterns of $pages pages", ({ patterns, pages, points, targets, lacks }) => {
    const made = navigationPage(navigationOf(patterns, pages), DESK);
    const tree = fromXml(made.xhtml);
    const [contents, , list] = findAll(tree, "nav");
    expect(Buffer.byteLength(made.xhtml)).toBeLessThanOrEqual(300_000);
    expect(contents && findAll(contents, "li")).toHaveLength(points);
    const labels = list ? findAll(list, "li").map(textIn) : [];
    expect(Math.abs(labels.length - targets)).toBeLessThan(500);
    expect(made.lacks).toEqual(lacks);
    // What is listed is spread over the whole book.
    expect(Number(labels.at(-1))).toBeGreaterThan(patterns * pages - 10);
  });
});
