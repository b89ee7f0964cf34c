import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { listPageBreaks, placePageBreaks } from "../../../src/formats/epub/pages/page-breaks.js";
import type { PrintedPage } from "../../../src/formats/locations.js";

/** A page with marks, each as its label in brackets. */
function placed(html: string, ...pages: [label: string, block: string | null, opening?: string][]) {
  const tree: Root = fromHtml(html, { fragment: true });
  placePageBreaks(
    [tree],
    pages.map(([label, block, opening]) => ({ volume: 1, label, block, ...(opening ? { opening } : {}) })),
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

  describe("that begin within a block", () => {
    const text = (words: string): string =>
      `<article><p data-block="1">${words}</p><p data-block="2">The next block is here.</p></article>`;
    const inText = (words: string, opening: string): string =>
      placed(text(words), ["1", null], ["2", "2", opening]).html.replace(/^<article>\[1\]<p>|<\/p><p>.*$/g, "");

    it("begin at the word that the page begins with, before the signs in front of it", () => {
      expect(inText("Keep the gate, and shut it.", "andshutit")).toBe("Keep the gate, [2]and shut it.");
      expect(inText("They said: “Shut it (now).”", "shutitnow")).toBe("They said: [2]“Shut it (now).”");
      expect(inText("Keep the <em>old gate</em> shut.", "oldgateshut")).toBe("Keep the [2]<em>old gate</em> shut.");
      expect(inText("Keep the <em>old gate</em> shut.", "gateshut")).toBe("Keep the <em>old [2]gate</em> shut.");
    });

    it("begin after a word that the print divides, at a hyphen of its own too, and behind a dash", () => {
      expect(inText("The community met, and spoke.", "munitymetandspoke")).toBe("The community [2]met, and spoke.");
      expect(inText("The ride-hailing firms went.", "hailingfirmswent")).toBe("The ride-hailing [2]firms went.");
      expect(inText("It was late—hail fell.", "hailfell")).toBe("It was late—[2]hail fell.");
    });

    it("begin with figures, ligatures and accents as the text spells them", () => {
      expect(inText("There were 48 officers’ cafés there.", "48officerscafesthere")).toBe(
        "There were [2]48 officers’ cafés there.",
      );
      expect(inText("There were 1,048 officers.", "1048officers")).toBe("There were [2]1,048 officers.");
    });

    it("begin where the text goes on as print does, as far as it does", () => {
      expect(inText("It leads to Gift and Return and on.", "giftandreturn1473andon")).toBe(
        "It leads to [2]Gift and Return and on.",
      );
      expect(inText("Open the gate. Open the gate in May.", "openthegateinmay")).toBe(
        "Open the gate. [2]Open the gate in May.",
      );
    });

    it("begin behind what hangs over from the page before", () => {
      expect(
        inText("Keep the gate, and shut it before the evening bell rings.", "xqandshutitbeforetheeveningbell"),
      ).toBe("Keep the gate, [2]and shut it before the evening bell rings.");
    });

    it("begin with the next block where the words are in no place before it", () => {
      expect(placed(text("One gate."), ["1", null], ["2", "2", "nothingofthiskind"]).html).toContain(
        "<p>[2]The next block",
      );
      expect(placed(text("One gate."), ["1", null], ["2", "2", "blockishere"]).html).toContain("<p>[2]The next block");
    });
  });

  it("are marked in lists without numbered blocks, in their order, over several files", () => {
    const list = (...entries: string[]): Root =>
      fromHtml(
        `<section><ul>${entries.map((entry) => `<li><a href="#">${entry}</a> 7</li>`).join("")}</ul></section>`,
        {
          fragment: true,
        },
      );
    const files = [list("Abbot’s well", "Bakehouse, the common"), list("Cattle on the green", "Drovers’ roads")];
    const page = (label: string, opening: string): PrintedPage => ({ volume: 1, label, block: "end", opening });
    placePageBreaks(files, [
      { volume: 1, label: "5", block: null },
      page("6", "bakehousethecommon12cattle"),
      page("7", "notinthisedition"),
      page("8", "drovers14"),
    ]);
    const labels = files.map((file) => listPageBreaks(file).map(({ label }) => label));
    expect(labels).toEqual([
      ["5", "6"],
      ["7", "8"],
    ]);
    expect(
      unified()
        .use(rehypeStringify)
        .stringify(files[0] ?? list()),
    ).toMatch(/<li><span [^>]*aria-label="6"[^>]*><\/span><a href="#">Bakehouse/);
  });
});
