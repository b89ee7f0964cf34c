import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { dropBlankLines } from "../../../src/formats/pdf/typeset/blank-lines.js";
import { markParagraphs } from "../../../src/formats/pdf/typeset/paragraphs.js";
import { keepTitles } from "../../../src/formats/pdf/typeset/titles.js";

const stringifier = unified().use(rehypeStringify).freeze();

function mark(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  markParagraphs(tree);
  return stringifier.stringify(tree);
}

const SHORT = "<p><strong>Hear first.</strong> A round before the draft.</p>";
const LONG = `<p><strong>Hear first.</strong> ${"A round before the draft. ".repeat(12)}</p>`;
const BARE = "<p><strong>What follows</strong></p>";

describe("paragraphs with a head in bold", () => {
  test("hang like a list where several short ones stand in a row", () => {
    expect(mark(`${SHORT}\n${SHORT}`).match(/class="run-in [\w ]*hung"/g)).toHaveLength(2);
  });

  test("stand apart where there is one only, or one of them is long", () => {
    expect(mark(SHORT)).not.toContain("hung");
    expect(mark(`${SHORT}<ul><li>x</li></ul>${SHORT}`)).not.toContain("hung");
    expect(mark(`${SHORT}${LONG}${SHORT}`)).not.toContain("hung");
  });

  test("that are nothing but a head stay with what they lead to", () => {
    expect(mark(`${BARE}<p>One.</p>`)).toContain('class="run-in lead"');
    expect(mark(`${BARE}${BARE}`)).not.toContain("hung");
  });
});

describe("items of a list", () => {
  const THREE = "A round before the draft. ".repeat(8);

  test("of three lines stay on one page, unless they hold blocks of their own", () => {
    expect(mark(`<ul><li>${THREE}</li></ul>`)).toContain('<li class="brief">');
    expect(mark(`<ul><li>${THREE}<ul><li>${THREE}${THREE}</li></ul></li></ul>`)).not.toContain("brief");
    expect(mark(`<ul><li>${THREE}${THREE}</li></ul>`)).not.toContain("brief");
  });

  test("take more letters among the references, where these are smaller", () => {
    const ten = `<ol><li>${"A round before the draft. ".repeat(10)}</li></ol>`;
    expect(mark(`<section data-role="references">${ten}</section>`)).toContain('<li class="brief">');
    expect(mark(`<section data-role="evidence">${ten}</section>`)).not.toContain("brief");
  });
});

describe("paragraphs", () => {
  test("of three lines stay on one page", () => {
    expect(mark("<p>A round before the draft.</p>")).toContain('class="brief line"');
    expect(mark(`<p>${"A round before the draft. ".repeat(9)}</p>`)).not.toContain("brief");
  });

  test("are told apart where they take one line, and where they announce what follows", () => {
    expect(mark(`<p>${"A round before the draft. ".repeat(3)}</p>`)).toContain('class="brief"');
    expect(mark("<p>They settle on <em>this:</em> </p>")).toContain('class="brief line announces"');
    expect(mark("<p>At 10:30 they meet.</p>")).not.toContain("announces");
  });

  test("keep a number in brackets with its word, where it leads to its reference too", () => {
    const cited = (text: string): string => mark(`<p>${text}<a href="#ref-2">[2]</a>. Then more is said of it.</p>`);
    expect(mark("<p>As found [2] there, in two of the three valleys.</p>")).toContain("found\u00a0[2]");
    expect(cited("As found ")).toContain("found\u00a0<a");
    expect(cited("As found\n")).toContain("found\u00a0<a");
    expect(mark('<p>As found in the <a href="https://a.example">valley</a> there.</p>')).toContain("the <a");
  });

  test("are not parted by blank lines from the source, which would keep the page before a long table empty", () => {
    const tree = fromHtml("<p>One.<br>Two.</p><br>\n<p><br></p><table></table>", { fragment: true });
    dropBlankLines(tree);
    expect(stringifier.stringify(tree)).toBe("<p>One.<br>Two.</p>\n<table></table>");
  });

  test("are not parted by a blank line where words stand bare elsewhere among them", () => {
    const tree = fromHtml("Bare<br>words. <p>One.</p><br><!-- Two --><table></table>", { fragment: true });
    dropBlankLines(tree);
    expect(stringifier.stringify(tree)).toBe("Bare<br>words. <p>One.</p><!-- Two --><table></table>");
  });
});

describe("the last line of a text", () => {
  test("is no syllable: neither of a paragraph nor of an item nor of a cell", () => {
    expect(mark("<p>good de\u00advel\u00adop\u00adment.</p>")).toContain("good de\u00advelopment.");
    expect(mark("<ul><li>good <em>gov\u00adern\u00adance</em> [2].</li></ul>")).toContain("<em>governance</em>");
    expect(mark("<table><tr><td>good gov\u00adern\u00adance</td></tr></table>")).toContain("good governance");
  });

  test("may be a long part of a long word, and words before the last are parted", () => {
    expect(mark("<p>gu\u00adte Ge\u00admein\u00adschafts\u00adgüter\u00adver\u00adwal\u00adtung.</p>")).toContain(
      "gu\u00adte Ge\u00admein\u00adschafts\u00adgüter\u00adverwaltung.",
    );
  });

  test("is no word of two or three letters", () => {
    expect(mark("<p>food is owed to all.</p>")).toContain("owed to\u00a0all.");
    expect(mark("<p>owed to everybody in <em>5</em>.</p>")).toContain("in <em>5</em>.");
    expect(mark("<p>food is owed to <code>it all</code>.</p>")).toContain("<code>it all</code>");
  });
});

describe("lines", () => {
  test("do not break in a range of numbers", () => {
    expect(mark("<p>Score (1-5), by 2026-02-20</p>")).toContain(
      'Score <span class="range">(1-5)</span>, by 2026-02-20',
    );
    expect(mark("<p>86 (1992): 404–417.</p>")).toContain(': <span class="range">404–417</span>.');
    expect(mark("<p><code>1-5</code></p>")).toContain("<code>1-5</code>");
  });

  test("do not begin with the number of a reference", () => {
    expect(mark("<p>of technology [2].</p>")).toContain(">of technology\u00a0[2].</p>");
    expect(mark("<p><code>at [2]</code></p>")).toContain("<code>at [2]</code>");
  });

  test("of a list do not end in two letters and a hyphen", () => {
    expect(mark("<ul><li>be\u00adfore\u00adhand notice</li></ul>")).toContain(">before\u00adhand notice</li>");
    expect(mark("<p>be\u00adfore\u00adhand notice</p>")).toContain(">be\u00adfore\u00adhand notice</p>");
  });
});

test("takes bold words and a colon for the head that they are", () => {
  const tree = fromHtml("<p><strong>Success factors</strong>:</p><p>There are several.</p>", { fragment: true });
  markParagraphs(tree);
  expect(tree.children[0]).toMatchObject({ properties: { className: ["run-in", "lead"] } });
});

describe("a title of a pattern", () => {
  function title(text: string): string {
    const tree = fromHtml(`<h1 class="title">${text}</h1><h1>Self-rule - here</h1>`, { fragment: true });
    keepTitles(tree);
    return stringifier.stringify(tree);
  }

  test("breaks in no compound that fits a line, and before no dash", () => {
    expect(title("The Attention-Time Relationship")).toContain('The <span class="range">Attention-Time</span> Rel');
    expect(title("Planning - Modelling – Doing")).toContain(">Planning\u00a0- Modelling\u00a0– Doing<");
    expect(title("Well")).toContain("<h1>Self-rule - here</h1>");
  });

  test("breaks where a compound fills a line", () => {
    expect(title("Not-in-my-own-back-yard-nor-yours Rule")).not.toContain("span");
  });
});
