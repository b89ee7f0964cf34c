import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { fromXml } from "xast-util-from-xml";
import type { Library, Relation } from "../../src/library/library.js";
import type { NumberedPattern, RelationSense } from "../../src/library/pattern.js";
import { drawFigures, type Figures } from "../../src/page/figures/draw.js";
import { type FiguresView, viewFigures } from "../../src/page/figures/figures-view.js";
import { widthOf } from "../../src/page/figures/lettering.js";
import { layOutScores } from "../../src/page/figures/scores.js";
import { markText } from "../../src/page/languages/marks.js";
import { readLocale } from "../../src/page/locale.js";
import { openTemplates } from "../../src/page/templates.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { numbered } from "../support/patterns.js";

const run = promisify(execFile);
const locale = readLocale([join(ROOT, "templates")], "en", {});
const templates = openTemplates([join(ROOT, "templates")], locale);
const { tag } = templates.tokens.scale;

const ON_PAPER = { medium: "print", pages: { page: "en", book: "en" } } as const;

/** A pattern with a neighbour for each of `kinds`, numbered from 101 on. */
function among(kinds: readonly RelationSense[], weights: readonly number[] = []): FiguresView {
  const pattern = numbered(7, { slug: "oven" });
  const others = kinds.map((_, at) => numbered(101 + at, { slug: `n${at}`, title: `Neighbour of the Oven ${at}` }));
  const relations = kinds.map((kind, at): Relation => {
    const weight = weights[at];
    return { kind, target: others[at]?.id ?? "", stated: true, ...(weight === undefined ? {} : { weight }) };
  });
  return viewFigures(libraryOf([pattern, ...others], new Map([[pattern.id, relations]])), pattern, ON_PAPER);
}

function libraryOf(patterns: NumberedPattern[], relations: Library["relations"]): Pick<Library, "byId" | "relations"> {
  return { byId: new Map(patterns.map((pattern) => [pattern.id, pattern])), relations };
}

function draw(figures: Partial<FiguresView>, pageUrl: string | null = null): Figures {
  const view = { number: 7, pageUrl, figures: { medium: "print" as const, scores: [], neighbours: null, ...figures } };
  return drawFigures(view, templates.tokens, locale);
}

function render(partial: string, drawing: object | null): string {
  return templates.render(`partials/${partial}`, { drawing, words: locale.words }).trim();
}

interface Shapes {
  texts: string[];
  labels: string[];
  count(name: string): number;
}

/** What an XML reader finds in a drawing. */
function read(svg: string): Shapes {
  const names: string[] = [];
  const texts: string[] = [];
  const labels: string[] = [];
  visit(fromXml(svg), "element", ({ name, attributes, children }) => {
    names.push(name);
    if (attributes.role === "img") labels.push(attributes["aria-label"] ?? "");
    if (name === "text") texts.push(children.map((child) => ("value" in child ? child.value : "")).join(""));
  });
  return { texts, labels, count: (name) => names.filter((other) => other === name).length };
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The boxes of everything that is read on a map. */
function boxesOf({ neighbours }: Figures): Box[] {
  if (!neighbours) return [];
  return [neighbours.centre, ...neighbours.nodes].flatMap(({ x, y, width, height, lines }) => [
    { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
    ...lines.map(({ text, y: baseline }) => {
      const half = widthOf(text, tag) / 2;
      return { left: x - half, right: x + half, top: baseline - tag * 0.75, bottom: baseline + tag * 0.25 };
    }),
  ]);
}

const MANY: RelationSense[] = Array.from({ length: 40 }, (_, at) =>
  at % 3 === 0 ? "generalizes_from" : at % 3 === 1 ? "enables" : "related",
);

describe("the scores", () => {
  const scores = [
    { dimension: "Openness & Access", value: 5 },
    { dimension: "Governance", value: 3.5 },
    { dimension: "Resilience", value: 0 },
  ];
  const figures = draw({ scores });

  it("are a scale from 0 to 5 with one dot for each dimension, and its number", () => {
    const { texts, count } = read(render("scores", figures.scores));
    expect(texts).toEqual(["Openness & Access", "5", "Governance", "3.5", "Resilience", "0"]);
    expect(count("circle")).toBe(3);
  });

  it("stand where their value is: nought at the beginning, the middle in the middle", () => {
    const places = figures.scores?.rows.map(({ dot, from }) => (dot - from) / (figures.scores?.scale ?? 1));
    expect(places).toEqual([1, 0.7, 0]);
  });

  it("stay on the scale, whatever the source says", () => {
    const [row] = draw({ scores: [{ dimension: "Openness", value: 7 }] }).scores?.rows ?? [];
    expect(row?.dot).toBe((row?.from ?? 0) + 60);
    expect(row?.value).toBe(7);
  });

  it("are said in words to those who do not see them", () => {
    expect(read(render("scores", figures.scores)).labels).toEqual([
      "Commons alignment. Scores from 0 to 5: Openness & Access 5; Governance 3.5; Resilience 0.",
    ]);
  });

  it.each([
    ["print", 3, 1],
    ["print", 4, 2],
    ["screen", 8, 1],
  ] as const)("on %s of %i dimensions stand in columns: %i", (medium, length, columns) => {
    const scores = Array.from({ length }, (_, at) => ({ dimension: `Openness ${at}`, value: 4 }));
    const { rows, height } = layOutScores(scores, templates.tokens, medium);
    expect(new Set(rows.map(({ x }) => x)).size).toBe(columns);
    expect(height).toBe(Math.ceil(length / columns) * 10.5);
  });

  it.each([7, 8])("of %i dimensions stand in two columns, none in another's way", (length) => {
    const rows = draw({
      scores: Array.from({ length }, () => ({ dimension: "Social and Ecological Well-being", value: 4 })),
    }).scores?.rows;
    const boxes = (rows ?? []).map(({ label, x, y, figure }) => [
      { left: x, right: x + widthOf(label, tag), top: y - tag, bottom: y },
      { left: figure, right: figure + 9, top: y - tag, bottom: y },
    ]);
    expect(new Set(rows?.map(({ x }) => x)).size).toBe(2);
    expect(countOverlaps(boxes.flat())).toBe(0);
  });
});

describe("the map of neighbours", () => {
  it("has its lines from border to border: none runs under a number", () => {
    const { neighbours } = draw(among(["generalizes_from", "specializes_to", "related", "related"]));
    const { centre, nodes = [], edges = [] } = neighbours ?? {};
    if (!centre) return expect.fail();
    expect(edges).toHaveLength(4);
    for (const { x1, y1, x2, y2, side: place } of edges) {
      const level = place === "beside";
      const node = nodes.find(({ x, y }) =>
        level ? y === y2 && x > centre.x === x2 > centre.x : x === x2 && y > centre.y === y2 > centre.y,
      );
      if (!node) return expect.fail();
      const [from, to] = level
        ? [Math.abs(x1 - centre.x), Math.abs(x2 - node.x)]
        : [Math.abs(y1 - centre.y), Math.abs(y2 - node.y)];
      const side = level ? "width" : "height";
      expect(from).toBeCloseTo(centre[side] / 2, 6);
      expect(to).toBeCloseTo(node[side] / 2, 6);
      // Between the two, not beyond them.
      const way = level ? (x2 - x1) / (node.x - centre.x) : (y2 - y1) / (node.y - centre.y);
      expect(way).toBeGreaterThan(0);
      expect(way).toBeLessThan(1);
    }
  });

  it("has titles at its sides where there is one on each, and none where there are more", () => {
    const titled = (count: number): number =>
      draw(among(Array.from({ length: count }, () => "related"))).neighbours?.nodes.filter(
        ({ lines }) => lines.length > 0,
      ).length ?? 0;
    expect([1, 2, 3, 4].map(titled)).toEqual([1, 2, 0, 0]);
  });

  it.each([
    ["one", ["related"]],
    ["three, one on each side", ["generalizes_from", "requires", "related"]],
    ["seven", ["generalizes_from", "required_by", "specializes_to", "enables", "requires", "related", "related"]],
    ["forty", MANY],
  ] satisfies [string, RelationSense[]][])("is legible with %s: nothing overlaps or leaves it", (_, kinds) => {
    const figures = draw(among(kinds));
    const { width = 0, height = 0 } = figures.neighbours ?? {};
    const boxes = boxesOf(figures);
    expect(countOverlaps(boxes)).toBe(0);
    for (const { left, right, top, bottom } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(height);
    }
  });

  it("sets larger patterns above, smaller ones below and the others at the sides", () => {
    const { neighbours } = draw(among(["generalizes_from", "requires", "related"]));
    const { x = 0, y = 0 } = neighbours?.centre ?? {};
    const [above, beside, below] = neighbours?.nodes ?? [];
    expect(above?.number).toBe(101);
    expect(above?.y).toBeLessThan(y);
    expect(below?.number).toBe(102);
    expect(below?.y).toBeGreaterThan(y);
    expect(beside?.number).toBe(103);
    expect(beside?.y).toBe(y);
    expect(beside?.x).not.toBe(x);
  });

  it("shows the strongest where there are too many, and says how many more there are", () => {
    const weights = MANY.map((_, at) => (at === 39 ? 1 : 0.1));
    const view = among(MANY, weights);
    expect(view.neighbours?.above.map(({ number }) => number)).toContain(140);
    expect(view.neighbours?.more).toBe(40 - 14);
    expect(render("neighbours", draw(view).neighbours)).toContain("and 26 more");
  });

  it("shows a neighbour once, by its closest relation", () => {
    const pattern = numbered(7, { slug: "oven" });
    const other = numbered(8, { slug: "bench" });
    const relations = (["related", "specializes_to"] as const).map((kind) => ({
      kind,
      target: other.id,
      stated: true,
    }));
    const { neighbours } = viewFigures(
      libraryOf([pattern, other], new Map([[pattern.id, relations]])),
      pattern,
      ON_PAPER,
    );
    expect(neighbours).toEqual({ above: [], beside: [], below: [{ number: 8, title: "bench" }], more: 0 });
  });

  it("says in which language titles are that are not in its own", () => {
    const neighbour = { number: 8, title: markText("Wassergenossenschaft am unteren Lauf des großen Flusses", "de") };
    const view = { above: [], beside: [], below: [neighbour], more: 0 };
    const svg = render("neighbours", draw({ neighbours: view }).neighbours);
    expect(svg.match(/<text [^>]*lang="de"/g)).toHaveLength(2);
    expect(svg).toContain("<desc>Smaller: 8 Wassergenossenschaft am unteren Lauf des großen Flusses.</desc>");
  });

  it("has every number and a description", () => {
    const { texts, labels, count } = read(render("neighbours", draw(among(["requires", "related"])).neighbours));
    expect(texts.filter((text) => /^\d+$/.test(text))).toEqual(["7", "102", "101"]);
    expect(count("rect")).toBe(3);
    expect(labels).toEqual([
      "Neighbouring patterns. Smaller: 101 Neighbour of the Oven 0. Related: 102 Neighbour of the Oven 1.",
    ]);
  });

  it("is not drawn for a pattern without neighbours", () => {
    expect(among([]).neighbours).toBeNull();
  });
});

describe("the drawings on a screen", () => {
  const scores = Array.from({ length: 7 }, (_, at) => ({ dimension: `Dimension ${at}`, value: 4 }));
  const figures = draw({ ...among(["requires"]), medium: "screen", scores }, "https://patterns.example.org/oven/");

  it("follow the reader's size of text, scores in one column", () => {
    expect(figures.neighbours?.extent.width).toBe("17.28em");
    expect(new Set(figures.scores?.rows.map(({ x }) => x)).size).toBe(1);
    expect(figures.scores?.width).toBeLessThan(144);
  });

  it("have no code to be photographed", () => {
    expect(figures.code).toBeNull();
  });

  it("have a name and a description, and are drawn on any ground without a style sheet", () => {
    for (const svg of [render("scores", figures.scores), render("neighbours", figures.neighbours)]) {
      expect(svg).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
      expect(svg).not.toMatch(/(fill|stroke)="(?!none|currentColor)/);
    }
  });
});

describe("the QR code", () => {
  const address = "https://patterns.example.org/subsidiarity/";

  it("has four modules of white round it and is 15 mm without them", () => {
    const { code } = draw({}, address);
    const columns = [...(code?.path.matchAll(/M(\d+) (\d+)h(\d+)/g) ?? [])].map(([, x]) => Number(x));
    expect(Math.min(...columns)).toBe(4);
    const { modules = 0, size = 0 } = code ?? {};
    expect(((size * (modules - 8)) / modules) * (25.4 / 72)).toBeCloseTo(15);
  });

  it("is not drawn for a pattern without a page, or with an address that no code can hold", () => {
    expect(draw({}).code).toBeNull();
    expect(draw({}, `https://example.org/${"a".repeat(3000)}`).code).toBeNull();
  });

  it.skipIf(!existsSync("/usr/bin/zbarimg"))("leads to the page, by another program's reading", async () => {
    const svg = /<svg[\s\S]*<\/svg>/.exec(render("code", draw({}, address).code))?.[0] ?? "";
    const file = join(temporaryFolder(), "code.png");
    const standalone = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
    await writeFile(
      file,
      await sharp(Buffer.from(standalone), { density: 300 }).flatten({ background: "#fff" }).png().toBuffer(),
    );
    const { stdout } = await run("zbarimg", ["--raw", "-q", file]);
    expect(stdout.trim()).toBe(address);
  });
});

function countOverlaps(boxes: readonly Box[]): number {
  return boxes.flatMap((box, at) => boxes.slice(at + 1).filter((other) => overlap(box, other))).length;
}
