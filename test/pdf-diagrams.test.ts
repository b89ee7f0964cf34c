import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { setDiagrams } from "../src/formats/pdf/large-diagrams.js";
import { pageGeometry } from "../src/formats/pdf/trim.js";

function set(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  setDiagrams(tree, pageGeometry("6x9in", 14));
  return unified().use(rehypeStringify).stringify(tree);
}

const diagram = (width: number, height: number): string =>
  `<figure class="diagram"><img src="d.svg" width="${width}" height="${height}"></figure>`;

describe("a diagram in print", () => {
  test("stays beside the text where its labels have 6 points at the least", () => {
    expect(set(diagram(800, 600))).toBe(diagram(800, 600));
  });

  test("takes the height of a page where it is tall", () => {
    expect(set(diagram(500, 1100))).toMatch(
      /^<figure class="diagram tall"><img .* style="max-height:4\d\dpt"><\/figure>$/,
    );
  });

  test("is turned, with its heading, where it is wide", () => {
    expect(set(`<p>Before.</p><h3>Flow</h3>\n${diagram(1300, 500)}<p>After.</p>`)).toMatch(
      /^<p>Before.<\/p><div class="sideways"><h3>Flow<\/h3><figure class="diagram wide"><img .*><\/figure><\/div><p>After.<\/p>$/,
    );
  });
});
