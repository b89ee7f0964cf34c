import type { Element } from "hast";
import { toString as toText } from "hast-util-to-string";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { type ParsedBody, parseBody } from "../../src/library/body/parse.js";
import { visit } from "../../src/trees/visit.js";
import fc from "../support/fast-check.js";

describe("markup of another system", () => {
  it.each([
    ["Words.\n{: .wide}", "attribute-list"],
    ["Words{:.wide #w}.", "attribute-list"],
    ['![a](a.png){: width="50%"} Words.', "attribute-list"],
    ["## Words {#well .wide data-x=1}\n\nMore.", "attribute-list"],
    ["[Words]{.small}", "attribute-list"],
    ["{:ref: .a}\n\nWords.", "attribute-list"],
    ["Words.\n\n[TOC]", "contents-list"],
    ["Words.\n\n[[_toc_]]\n", "contents-list"],
    ["1. List\n{:toc .menu}\n\nWords.", "contents-list"],
    ["Words.\n\n\\newpage", "page-break"],
    ["Words.\n\n{{< pagebreak >}}", "page-break"],
    ["Words.\n\n::: columns\nMore.\n:::", "container"],
    ["Words. ^a1b2c3", "block-name"],
    ["Words.\n\n^well-1", "block-name"],
    ['import { Well } from "./well"\nimport "./a.css";\n\nWords.', "mdx-import"],
    ["{::nomarkdown}Words.{:/nomarkdown}", "kramdown-extension"],
    ["{% raw %}Words {{ x }}.{% endraw %}", "raw-block"],
  ])("that carries no words is taken out: %j", (markdown, name) => {
    const body = parse(markdown);
    expect(toText(body.tree)).toContain("Words");
    expect(toText(body.tree)).not.toMatch(/\{[:#.%]|toc|newpage|pagebreak|:::|\^|import|List/i);
    expect(body.observations.map(({ rule, detail }) => `${rule} ${detail}`)).toContain(`no-foreign-markup ${name}`);
    expect(body.omissions[0]).toMatchObject({ kind: "foreign-markup" });
  });

  it.each([
    ["Words {{ x }}.", "filled-in"],
    ["Words {{x|upcase}}.", "filled-in"],
    ["[Words]({{ site.url }}/a b)", "filled-in"],
    ["Words {{< figure src='a' >}}.", "shortcode"],
    ["Words {{% notice %}}.", "shortcode"],
    ["Words {% include words.html %}.", "liquid-tag"],
    ["Words <% tp.date %>.", "template"],
    ['!!! note "Words"', "admonition"],
    ["???+ tip", "admonition"],
    ['=== "Words"', "tab"],
    ["Words ==marked **so== more**.", "highlight"],
    ["Words^[a note].", "inline-note"],
    ["*[HTML]: Words", "abbreviation"],
    ["Words\n: more words", "definition"],
    ["Words [@doe99; @roe, p. 3].", "citation"],
    ["#+TITLE: Words", "another-format"],
    [".. image:: words.png", "another-format"],
    ["== Words", "another-format"],
    ["export const words = {}", "mdx-export"],
    [":::image src='words':::", "directive"],
  ])("that stands for words stays: %j", (markdown, name) => {
    const body = parse(markdown);
    expect(toText(body.tree).replace(/\s+/g, " ")).toBe(
      toText(parse(markdown.replace(/[{}]/g, "\\$&")).tree).replace(/\s+/g, " "),
    );
    expect(body.observations.map(({ detail }) => detail)).toContain(name);
    expect(body.omissions).toEqual([]);
  });

  it.each([
    ["Words ==so==.", "Words <mark>so</mark>."],
    [
      "Words ==marked **so** _and_ `==so==`== and ==so==.",
      "<mark>marked <strong>so</strong> <em>and</em> <code>==so==</code></mark> and <mark>so</mark>.",
    ],
    [
      "**==so==** _==so==_ [==so==](https://example.org)",
      '<strong><mark>so</mark></strong> <em><mark>so</mark></em> <a href="https://example.org"><mark>so</mark></a>',
    ],
    ["> - ==so\n>   long== and", "<mark>so\nlong</mark> and"],
    ["| a |\n| - |\n| ==so== |", "<td><mark>so</mark></td>"],
    ["# A ==so==\n\nText.", "A <mark>so</mark>"],
  ])("that highlights words is a mark: %j", (markdown, html) => {
    const body = parse(markdown);
    expect(unified().use(rehypeStringify).stringify(body.tree)).toContain(html);
    expect(body.observations.filter(({ rule }) => rule === "no-foreign-markup")).toEqual([]);
    expect(toText(body.tree)).not.toMatch(/[\ufde0\ufde1]/);
  });

  it.each([
    "`{{ x }}` and ``{: .a}``",
    "```liquid\n{% include a %}\n:::note\n[TOC]\n```",
    "<pre>{{ x }}</pre>",
    "Some <code>{{ x }}</code>.",
    "$$x^{{2}} {a}_{b}$$",
    "$\\frac{{a}}{b}$ and x^{{2}}",
    "A set {a, b}, {1}, {x: 1}, {.5} and {#1}.",
    "At 10:30:45, ratio a:b:c; note: this. Key :: value",
    "If a == b and c == d; a==b==c. ====",
    "[TOC](toc.md) of [TOC] in words",
    "E = mc^2 and x ^n",
    "We import goods from the north.\nWe export to the south.",
    "Really!!! What??? note",
    "- [x] done\n- [ ] open",
    "Setext\n===\n\nTwo\n---",
    "[words](https://example.org/{{x}}) <a href='{{ y }}'>w</a>",
    "Write to me@example.org [@](x)",
    "Time: 5:: 6 ::: 7",
    "\\{{ x }} and \\{: .a}",
  ])("is none in %j", (markdown) => {
    const found = parse(markdown).observations.filter(({ rule }) => rule === "no-foreign-markup");
    expect(found).toEqual([]);
  });

  it("gives a heading the name that it is linked by", () => {
    const body = parse(
      "# Wells {#wells}\n\n## Deep {#deep-ones .x}\n\n[a](#wells) [b](#deep-ones) [c](#deep) [d](#here)\n\nHere.\n{: #here}",
    );
    expect(body.observations.filter(({ rule }) => rule === "fragments-have-target")).toEqual([]);
    const ids = new Set<unknown>();
    visit(body.tree, "element", ({ properties: { id } }) => {
      ids.add(id);
    });
    const links: Element[] = [];
    visit(body.tree, "element", (element) => {
      if (element.tagName === "a") links.push(element);
    });
    expect(links.map(({ properties }) => ids.has(String(properties.href).slice(1)))).toEqual([true, true, true, true]);
    expect(body.sections.map(({ title }) => title)).toEqual(["Wells"]);
  });

  it("makes callouts of containers that are ones", () => {
    const body = parse(
      ':::note\nOne.\n:::\n::: {.callout-tip title="Two *b*"}\nThree.\n\n:::: warning Four\n- five\n::::\n:::\n\n{% hint style="info" %}\nSix.\n{% endhint %}\n\n:::tip\nSeven.',
    );
    expect(calloutsOf(body)).toEqual(
      ["note: One.", "tip: Two b Three. five", "warning: Four five", "info: Six."].map((line) =>
        line.replace("Three. five", "Three. Four five"),
      ),
    );
    expect(toText(body.tree)).toContain("Seven.");
    expect(body.observations.map(({ found }) => found)).toHaveLength(5);
  });
});

describe("the name of an emoji", () => {
  it("is its emoji, and listed", () => {
    const body = parse("# Seeds :seedling:\n\n**:tada:** `:tada:` :+1:, :nobody_knows: 10:100:1000 *\\:tada:*");
    expect(toText(body.tree).trim().replace(/\s+/g, " ")).toBe(
      "Seeds 🌱 🎉 :tada: 👍, :nobody_knows: 10:100:1000 :tada:",
    );
    expect(body.omissions).toEqual([
      { kind: "emoji-name", text: ":seedling:", place: { line: 1, column: 9 } },
      { kind: "emoji-name", text: ":tada:", place: { line: 3, column: 3 } },
      { kind: "emoji-name", text: ":+1:", place: { line: 3, column: 21 } },
    ]);
    expect(body.sections[0]?.markdown).toContain(":tada:");
  });
});

// A word of its own for each place, in whatever markup.
const aWrapping = fc.constantFrom(
  ...["%% W %%", "%%\nW\n%%", "{/* W */}", "{% comment %}\nW\n{% endcomment %}", "<!-- W -->", "{: .W}"],
  ...["`W`", "```\nW\n```", "> W", "> [!W] W", "- W", "## W {#W}", "**W**", ":::note W\nW\n:::", "[TOC]", ":tada:"],
  ...[
    "W",
    "[W](a.md)",
    "{{ W }}",
    "{% raw %}W{% endraw %}",
    "| W | W |\n| --- | --- |\n| W | W | W |",
    "%%",
    "`",
    "```",
    "<!--",
  ],
  ...["![W](a.png)", "W ^W", "{% W %}", "import 'W'", "[W]: https://example.org", "<b>W</b>", "[^1]", "[^1]: W", ":::"],
);
const aText = fc.array(fc.tuple(aWrapping, fc.constantFrom(" ", "\n", "\n\n")), { maxLength: 25 }).map((pieces) => {
  let number = 0;
  return pieces.map(([piece, end]) => piece.replace(/W/g, () => `word${++number}x`) + end).join("");
});

describe("every word of a text", () => {
  it("is in the tree or among what was taken out", () => {
    fc.assert(
      fc.property(aText, (text) => {
        const body = parse(text);
        const kept = JSON.stringify([body.tree, body.omissions]);
        expect((text.match(/word\d+x/g) ?? []).filter((word) => !kept.includes(word))).toEqual([]);
        expect(kept).not.toMatch(/[\uffff\ufffe]/);
      }),
      { numRuns: 500 },
    );
  });
});

function parse(markdown: string): ParsedBody {
  return parseBody(markdown, "well", "Well");
}

function calloutsOf({ tree }: ParsedBody): string[] {
  const found: string[] = [];
  visit(tree, "element", (element) => {
    const { dataKind } = element.properties;
    if (dataKind !== undefined) found.push(`${dataKind}: ${toText(element).replace(/\s+/g, " ").trim()}`);
  });
  return found;
}
