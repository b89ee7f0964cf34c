import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { expect, test } from "vitest";
import { markAcronyms } from "../../../src/formats/pdf/typeset/acronyms.js";

function mark(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  markAcronyms(tree);
  return unified().use(rehypeStringify).stringify(tree);
}

test("sets acronyms of three capitals and more in a head apart", () => {
  expect(mark("<h2>Feature-Driven Development (FDD) and ISO9001</h2>")).toBe(
    '<h2>Feature-Driven Development (<span class="caps">FDD</span>) and <span class="caps">ISO9001</span></h2>',
  );
});

test("leaves short ones, code, words and heads all in capitals as they are", () => {
  for (const html of [
    "<h3>The UN and II</h3>",
    "<h2>Set <code>PATH</code></h2>",
    "<h1>OPEN BOOKS</h1>",
    "<p>FDD</p>",
  ]) {
    expect(mark(html)).toBe(html);
  }
});
