import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/library/parse-file.js";
import type { Pattern } from "../../src/library/pattern.js";

function read(text: string): { html: string; pattern: Pattern } {
  const source = new TextEncoder().encode(`---\ntitle: A\n---\n\n${text}\n`);
  const { pattern, body } = parseSource(source, { path: "a.md", key: "" });
  return { html: unified().use(rehypeStringify).stringify(body.tree).replace(/\n+/g, ""), pattern };
}

describe("a named place", () => {
  it.each([
    ["by id", '<a id="here">words</a> [to](#here)', '<span id="a--here">words</span> <a href="#a--here">to</a>'],
    ["by name", '<a name="here"></a>words [to](#here)', '<span id="a--here"></span>words <a href="#a--here">to</a>'],
    [
      "closed as in XML",
      '<a name="here"/>words [to](#here)',
      '<span id="a--here"></span>words <a href="#a--here">to</a>',
    ],
    [
      "of two names",
      '<a name="x" id="y"></a>w [x](#x)',
      '<span id="a--y"><span id="a--x"></span></span>w <a href="#a--x">x</a>',
    ],
    ["that is a link", '<a id="x" href="https://example.org">w</a>', '<a id="a--x" href="https://example.org">w</a>'],
    ["in another element", '<em id="x">w</em> [x](#x)', '<em id="a--x">w</em> <a href="#a--x">x</a>'],
  ])("%s is led to", (_, text, html) => {
    const { html: found, pattern } = read(text);
    expect(found).toContain(`<p>${html}</p>`);
    expect(pattern.observations.filter(({ rule }) => /link|fragment|html/.test(rule))).toEqual([]);
  });

  it("in a paragraph of its own stands where the next block begins", () => {
    expect(read('## One\n\n<a name="x"></a>\n\nWords.').html).toContain('<p><span id="a--x"></span>Words.</p>');
    expect(read('## One\n\n<a name="x"></a>\n\n- Words.').html).toContain('<li><span id="a--x"></span>Words.</li>');
    const { html, pattern } = read('<a id="top"></a>\n\n## 1. One\n\n[up](#top)');
    expect(html).toBe(
      '<section id="a--one" data-role="other"><h2><span id="a--top"></span>One</h2><p><a href="#a--top">up</a></p></section>',
    );
    expect(pattern.body.sections.map(({ title }) => title)).toEqual(["One"]);
  });

  it("is known to other patterns, as every heading is", () => {
    const { pattern } = read(
      '## 1. One\n\n<a id="here"></a>Words.\n\n### Two\n\nA.\n\n### Two\n\nB.\n\n## Two\n\nWords[^n].\n\n[^n]: Note.',
    );
    expect(pattern.body.anchors).toEqual({
      one: "one",
      here: "here",
      two: "two-2",
      "two-1": "two-1",
      "two-2": "two",
      "fn-n": "fn-n",
    });
  });
});

describe("a link without an address that an edition can hold", () => {
  it("is said to be so, with the address that was written", () => {
    const { pattern, html } = read("[a](ftp://example.org/x) [b]() [c](app:open) [d](example.org:8080/x)");
    expect(html).toContain('<span>a</span> <span>b</span> <span>c</span> <a href="//example.org:8080/x">d</a>');
    const seen = pattern.observations.filter(({ rule }) => rule.startsWith("links-"));
    expect(seen.map(({ rule, found }) => `${rule}: ${found}`)).toEqual([
      "links-lead-somewhere: “a” to ftp://example.org/x",
      "links-lead-somewhere: “c” to app:open",
      "links-have-address: “b”",
    ]);
  });
});
