import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { hyphenateTree, openDictionaries } from "../../../src/formats/pdf/typeset/hyphenate.js";

const stringifier = unified().use(rehypeStringify).freeze();
const inLanguage = openDictionaries();

/** With soft hyphens as `|`. */
function hyphenate(html: string, language = "en-GB"): string {
  const tree = fromHtml(html, { fragment: true });
  hyphenateTree(tree, inLanguage, language);
  return stringifier.stringify(tree).replaceAll("\u00ad", "|");
}

describe("soft hyphens", () => {
  test("stand in running text, by language", () => {
    expect(hyphenate("<p>neighbourhood</p>")).toBe("<p>neigh|bour|hood</p>");
    expect(hyphenate("<p>Gemeinschaft</p>", "de")).toBe("<p>Ge|mein|schaft</p>");
    expect(hyphenate('<p><span lang="de">Gemeinschaft</span></p>')).toContain("Ge|mein|schaft");
    expect(hyphenate('<nav><span lang="de">Dampfschifffahrtsgesellschaft</span></nav>')).toContain("|schiff|");
    expect(hyphenate("<p>aménagement</p>", "fr-CA")).toBe("<p>amé|na|ge|ment</p>");
    expect(hyphenate("<p>cittadinanza</p>", "it")).toBe("<p>cit|ta|di|nanza</p>");
    expect(hyphenate("<p>comunidade</p>", "pt-BR")).toBe("<p>co|mu|ni|dade</p>");
    expect(hyphenate("<p>społeczeństwo</p>", "pl")).toContain("|");
    expect(hyphenate("<p>gemeenschap</p>", "nl")).toBe("<p>ge|meen|schap</p>");
    expect(hyphenate("<p>neighbourhood</p>", "xx")).toBe("<p>neighbourhood</p>");
  });

  test.each([
    "<pre><code>neighbourhood()</code></pre>",
    "<p><code>neighbourhood</code></p>",
    "<p><kbd>neighbourhood</kbd></p>",
    "<h2>Neighbourhood</h2>",
    '<p><a href="#n">the <em>neighbourhood</em></a></p>',
    "<table><tbody><tr><td>neighbourhood</td></tr></tbody></table>",
    "<footer><p>neighbourhood</p></footer>",
  ])("do not stand in code, heads, links, narrow cells and records: %s", (html) => {
    expect(hyphenate(html)).toBe(html);
  });

  test("leave three letters or more for the next line, and short words whole", () => {
    expect(hyphenate("<p>commons early really</p>")).toBe("<p>com|mons early really</p>");
  });
});

describe("names in heads and bands", () => {
  test("stay whole but for the longest words, which would be cut anywhere", () => {
    const name = "Allmendwasserverteilungsgenossenschaft";
    expect(hyphenate(`<h1>Die ${name}</h1>`, "de")).toContain("was|ser|ver|tei|lungs");
    expect(hyphenate(`<nav><p><a href="#a"><b>9</b> ${name}</a></p></nav>`, "de")).toContain("was|ser|ver|tei|lungs");
    expect(hyphenate("<h1>Gemeinwesenarbeit</h1>", "de")).toBe("<h1>Gemeinwesenarbeit</h1>");
    expect(hyphenate("<nav><p>Gemeinwesen</p></nav>", "de")).toBe("<nav><p>Gemeinwesen</p></nav>");
  });
});

describe("an address", () => {
  const BROKEN = '<span class="address">https://<wbr>example<wbr>.org<wbr>/neighbourhood<wbr>-plan</span>';

  test("breaks before its signs, so that no line ends in a hyphen, in a link too", () => {
    expect(hyphenate("<p>See https://example.org/neighbourhood-plan</p>")).toBe(`<p>See ${BROKEN}</p>`);
    expect(hyphenate('<a href="x">https://example.org/neighbourhood-plan</a>')).toBe(`<a href="x">${BROKEN}</a>`);
  });
});
