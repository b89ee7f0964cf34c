import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { readLocale } from "../../src/page/locale.js";
import { type Mention, numberMentions } from "../../src/page/mentions.js";

const ROOT = join(import.meta.dirname, "../..");
const MENTIONS: Record<string, Mention> = {
  "well.md": { number: "15", page: "73", volume: null },
  "lid.md": { number: "16", page: "9", volume: "2" },
  "rope.md": { number: "17", page: null, volume: null },
};

describe("patterns that a text names by a link", () => {
  it.each([
    ["say number and page", '<p>See <a href="well.md">The Well</a>.</p>', "<p>See The Well (15, 73).</p>"],
    ["say their volume", '<p><a href="lid.md">The Lid</a></p>', "<p>The Lid (16, vol. 2, 9)</p>"],
    ["say the number where there are no pages", '<p><a href="rope.md">Rope</a></p>', "<p>Rope (17)</p>"],
    [
      "say the page once in a section",
      '<h2>A</h2><p><a href="well.md">One</a> <a href="well.md">two</a></p><h3>B</h3><p><a href="well.md">three</a></p><h2>C</h2><p><a href="well.md">four</a></p>',
      "<h2>A</h2><p>One (15, 73) two (15)</p><h3>B</h3><p>three (15)</p><h2>C</h2><p>four (15, 73)</p>",
    ],
    [
      "stand in brackets within parentheses",
      '<ul><li>Water (as in <a href="well.md">The Well</a>) and (oil</li><li><a href="rope.md">Rope</a></li></ul>',
      "<ul><li>Water (as in The Well [15, 73]) and (oil</li><li>Rope (17)</li></ul>",
    ],
    [
      "end their word first",
      '<p>All <a href="rope.md">rope</a>s, the <a href="well.md">Well</a>\'s lid, <a href="well.md">well</a>-fed; <a href="rope.md">綱</a>を見る</p>',
      "<p>All ropes (17), the Well's (15, 73) lid, well-fed (15); 綱 (17)を見る</p>",
    ],
    [
      "stay as they are in headings, and round pictures",
      '<h3>On <em><a href="well.md">wells</a></em></h3><p><a href="lid.md"><img src="a.png"></a><a href="https://example.org">web</a></p>',
      '<h3>On <em>wells</em></h3><p><img src="a.png">web</p>',
    ],
  ])("%s", (_, written, shown) => {
    expect(read(written, "en")).toBe(shown);
  });

  it("are told in the language of the page", () => {
    expect(read('<p><a href="lid.md">Deckel</a></p>', "de")).toBe("<p>Deckel (16, Bd. 2, 9)</p>");
  });
});

function read(html: string, language: string): string {
  const tree = fromHtml(html, { fragment: true });
  numberMentions(tree, MENTIONS, readLocale([join(ROOT, "templates")], language, {}));
  return unified()
    .use(rehypeStringify)
    .stringify(tree)
    .replace(/<\/?(?:a|span)\b[^>]*>/g, "")
    .replaceAll("\u00a0", " ");
}
