import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { roomFor, turnFlow } from "../src/diagram-room.js";
import { setDiagrams } from "../src/formats/pdf/large-diagrams.js";
import { pageGeometry } from "../src/formats/pdf/trim.js";

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

  test("has no larger letters than other labels", () => {
    expect(set(diagram(100, 60))).toBe(diagram(100, 60, "width:52pt"));
  });

  test("takes the height of a page where it is tall", () => {
    expect(set(diagram(500, 1100))).toMatch(
      /^<figure class="diagram tall"><img .* style="width:[12]\d\dpt"><\/figure>$/,
    );
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

  test("is known by its size", () => {
    expect(roomFor({ width: 845, height: 1264 })).toBe(1);
    expect(roomFor({ width: 2304, height: 539 })).toBeLessThan(1);
  });
});
