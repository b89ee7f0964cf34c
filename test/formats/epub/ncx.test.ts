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

/** The contents and the pages that a file lists. */
function read(xml: string, entry: string, target: string): { labels: string[]; pages: number } {
  const tree = fromXml(xml);
  return { labels: findAll(tree, entry).map(textIn), pages: findAll(tree, target).length };
}

const PATTERNS = 3600;
const PAGES = 3;

describe("the contents of an e-book of very many patterns", () => {
  const navigation = navigationOf(PATTERNS, PAGES);

  it("list every one, and every printed page, for old reading systems", () => {
    const ncx = ncxDocument(navigation, METADATA, DESK);
    const { labels, pages } = read(ncx, "navPoint", "pageTarget");
    expect(labels).toHaveLength(PATTERNS + 2);
    expect(pages).toBe(PATTERNS * PAGES);
    const orders = [...ncx.matchAll(/ playOrder="(\d+)"/g)].map(([, order]) => Number(order)).sort((a, b) => a - b);
    expect(orders).toEqual(orders.map((_, at) => at + 1));
  });

  it("stand before the pages, for new reading systems, part and chapter round their patterns", () => {
    const tree = fromXml(navigationPage(navigation, DESK));
    const [contents, , list] = findAll(tree, "nav");
    expect([contents, list].map((nav) => nav && attribute(nav, "epub:type"))).toEqual(["toc", "page-list"]);
    expect(list && findAll(list, "li")).toHaveLength(PATTERNS * PAGES);
    const lists = contents ? findAll(contents, "ol") : [];
    expect(lists.map((each) => each.children.filter((child) => child.type === "element").length)).toEqual([
      1,
      1,
      PATTERNS,
    ]);
  });
});
