import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { beforeAll, describe, expect, test } from "vitest";
import { roomFor, turnFlow } from "../../../src/diagrams/turn-or-shrink.js";
import { epub } from "../../../src/formats/epub/index.js";
import type { Format } from "../../../src/formats/format.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { pageGeometry } from "../../../src/formats/pdf/trim.js";
import { printRooms, setDiagrams } from "../../../src/formats/pdf/typeset/large-diagrams.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { openEpub } from "../../support/epub.js";

function set(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  setDiagrams(tree, pageGeometry("6x9in", 14));
  return unified().use(rehypeStringify).stringify(tree);
}

const diagram = (width: number, height: number, style?: string): string =>
  `<figure class="diagram"><img src="d.svg" width="${width}" height="${height}"${style ? ` style="${style}"` : ""}></figure>`;

describe("a diagram in print", () => {
  test("stays beside the text where its labels have 6 points at the least", () => {
    expect(set(diagram(800, 600))).toBe(diagram(800, 600, "width:316pt"));
  });

  test.each(["a5", "6x9in", "royal", "us-letter", "a4"] as const)(
    "that is as high as a page of %s leaves room for its heading on it",
    (trim) => {
      const geometry = pageGeometry(trim, 14);
      const tree = fromHtml(diagram(150, 2000), { fragment: true });
      setDiagrams(tree, geometry);
      const html = unified().use(rehypeStringify).stringify(tree);
      const width = Number(/width:(\d+)pt/.exec(html)?.[1]);
      expect(html).toContain("tall");
      // Two lines of a heading, one of space, and those that the picture takes.
      const lines = 2 + 1 + Math.ceil((width * (2000 / 150) - 0.5) / 14);
      expect(lines * 14).toBeLessThanOrEqual(geometry.block);
    },
  );

  test("has no larger letters than other labels", () => {
    expect(set(diagram(100, 60))).toBe(diagram(100, 60, "width:52pt"));
  });

  test("takes the height of a page where it is tall", () => {
    expect(set(diagram(500, 1100))).toMatch(
      /^<figure class="diagram tall"><img .* style="width:[12]\d\dpt"><\/figure>$/,
    );
  });

  test("leaves room for text above it where it can still be read", () => {
    expect(set(diagram(400, 1000))).toContain("width:175pt");
  });

  test("is turned, with its heading, where it is wide", () => {
    expect(set(`<p>Before.</p><h3>Flow</h3>\n${diagram(1300, 500)}<p>After.</p>`)).toMatch(
      /^<p>Before.<\/p><div class="sideways"><h3>Flow<\/h3><figure class="diagram wide"><img .*><\/figure><\/div><p>After.<\/p>$/,
    );
  });
});

describe("a diagram that no page holds in letters that can be read", () => {
  test("is drawn the other way where it is a flow", () => {
    expect(turnFlow("graph TD\n  A --> B")).toBe("graph LR\n  A --> B");
    expect(turnFlow("%% well\nflowchart RL\n  A --> B")).toBe("%% well\nflowchart BT\n  A --> B");
    expect(turnFlow("sequenceDiagram\n  A->>B: water")).toBeUndefined();
  });

  test("is known by its size, in the trim of the book", () => {
    const rooms = printRooms(pageGeometry("6x9in", 14));
    expect(roomFor({ width: 900, height: 1400 }, printRooms(pageGeometry("a4", 14)))).toBeGreaterThan(1);
    expect(roomFor({ width: 900, height: 1400 }, rooms)).toBeLessThan(1);
    expect(roomFor({ width: 844, height: 1264 }, rooms)).toBeGreaterThanOrEqual(1);
    expect(roomFor({ width: 2304, height: 539 }, rooms)).toBeLessThan(1);
  });
});

describe("a diagram whose letters are too small in print", () => {
  const folder = temporaryFolder();
  const boxes = Array.from(
    { length: 60 },
    (_, at) => `  A${at}[A box with rather many words] -->|Yes| B${at}[And another]`,
  );
  const body = `# Overview\n\n\`\`\`mermaid\ngraph LR\n${boxes.join("\n")}\n  B0 --> A59\n\`\`\`\n`;
  const source = join(folder, "library");

  beforeAll(() => {
    mkdirSync(source, { recursive: true });
    const front = "slug: wide\ntitle: Wide\ntags: { universality: domain, domain: law }\nlicense: CC-BY-SA-4.0";
    writeFileSync(join(source, "wide.md"), `---\nid: pat_01kj90301kqxqy5z18n27jwr7c\n${front}\n---\n${body}`);
  });

  test("is named, with its place, where a book is built, and nowhere else", async () => {
    const cramped = async (format: Format): Promise<(string | undefined)[]> => {
      const { reported } = await buildEditions({ source, out: join(folder, format.name), formats: [format] });
      return reported.filter(({ rule }) => rule === "diagrams-fit-page").map(({ file }) => file);
    };
    expect(await cramped(pdf)).toEqual(["wide.md"]);
    expect(await cramped(epub)).toEqual([]);
  });

  test("has no lines through the labels that stand on them", async () => {
    const { entries, text } = await openEpub(join(folder, "epub/epub/patterns.epub"));
    const drawing = entries.find((name) => /diagram.*\.svg$|drawing.*\.svg$/.test(name)) ?? "";
    expect(text(drawing.replace("OEBPS/", ""))).toMatch(/\.edgeLabel rect\{opacity:1;?\}/);
  });
});
