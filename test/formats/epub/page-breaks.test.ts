import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { listPageBreaks, placePageBreaks } from "../../../src/formats/epub/pages/page-breaks.js";

/** A page with marks, each as its label in brackets. */
function placed(html: string, ...pages: [label: string, block: string | null][]) {
  const tree: Root = fromHtml(html, { fragment: true });
  placePageBreaks(
    tree,
    pages.map(([label, block]) => ({ volume: 1, label, block })),
  );
  const breaks = listPageBreaks(tree);
  const written = unified().use(rehypeStringify).stringify(tree);
  return { breaks, html: written.replace(/<span [^>]*aria-label="([^"]*)"[^>]*><\/span>/g, "[$1]") };
}

const PAGE =
  '<article><p data-block="1">One</p><ul><li data-block="2">Two</li></ul><figure data-block="3">Three</figure></article>';

describe("the pages of the printed book in an e-book", () => {
  it("begin with the pattern, in a paragraph or an item, and before what holds no words", () => {
    expect(placed(PAGE, ["1", null], ["2", "1"], ["3", "2"], ["4", "3"]).html).toBe(
      "<article>[1]<p>[2]One</p><ul><li>[3]Two</li></ul>[4]<figure>Three</figure></article>",
    );
  });

  it("have an id that XML takes, where their volume is named", () => {
    expect(placed(PAGE, ["3:250", null]).breaks).toEqual([{ id: "p.3.250", label: "3:250" }]);
  });

  it("are all listed, in their order, where several begin with one block", () => {
    const { html, breaks } = placed(PAGE, ["1", null], ["2", "2"], ["3", "2"], ["4", "2"]);
    expect(html).toContain("<li>[2][3][4]Two</li>");
    expect(breaks).toEqual(["1", "2", "3", "4"].map((label) => ({ id: `p.${label}`, label })));
  });

  it("are all listed, in their order, where only the end of a pattern is left on several", () => {
    const { html, breaks } = placed(PAGE, ["1", null], ["2", "end"], ["3", "end"], ["4", "end"]);
    expect(html).toMatch(/<figure>Three<\/figure>\[2\]\[3\]\[4\]<\/article>$/);
    expect(breaks.map(({ label }) => label)).toEqual(["1", "2", "3", "4"]);
  });

  it("go on to the next block where this edition does not have theirs, after the last one to what follows it", () => {
    const names =
      '<article><p data-block="1">One</p><p data-block="4">Four</p><p data-block="notes">Notes</p></article>';
    expect(placed(names, ["7", "2"]).html).toContain("<p>[7]Four</p>");
    expect(placed(names, ["7", "9"]).html).toContain("<p>[7]Notes</p>");
    expect(placed(names, ["7", "notes"]).html).toContain("<p>[7]Notes</p>");
    expect(placed(names, ["7", "references"]).html).toMatch(/Notes<\/p>\[7\]<\/article>$/);
  });

  it("begin in the first cell of a row", () => {
    const table = '<table><tbody><tr data-block="1"><th>A</th><td>B</td></tr></tbody></table>';
    expect(placed(table, ["5", "1"]).html).toContain("<tr><th>[5]A</th><td>B</td></tr>");
  });

  it("leave no numbers of blocks", () => {
    expect(placed(PAGE).html).not.toContain("data-block");
  });
});
