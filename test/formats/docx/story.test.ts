import type { Element } from "hast";
import { describe, expect, it } from "vitest";
import type { Inline } from "../../../src/formats/docx/model.js";
import { outline, paragraphsIn, storyOfHtml, storyOfMarkdown, tablesIn, wordsIn } from "../../support/docx-story.js";

function outlineOf(markdown: string): string[] {
  return paragraphsIn(storyOfMarkdown(markdown).blocks).map(outline);
}

describe("text in Word", () => {
  it("adds up the formatting of the elements around it", () => {
    const [paragraph] = paragraphsIn(storyOfMarkdown("plain **bold *both*** ~~gone~~ `code`").blocks);
    const runs = paragraph?.children.filter((inline) => inline.kind === "text");
    expect(runs?.map(({ value, marks }) => [value, marks])).toEqual([
      ["plain ", {}],
      ["bold ", { bold: true }],
      ["both", { bold: true, italics: true }],
      [" ", {}],
      ["gone", { strike: true }],
      [" ", {}],
      ["code", { style: "InlineCode" }],
    ]);
  });

  it("has one space where the source has many, none at line breaks, and keeps no-break spaces", () => {
    expect(outlineOf("a\n  b  \nc\u00a0 d")).toEqual(["Normal: a b↵c\u00a0 d"]);
  });

  it("keeps the lines and spaces of code", () => {
    expect(outlineOf("```\nif x:\n\ty  = 1\n\nend\n```")).toEqual(["Code: if x:↵    y  = 1↵↵end"]);
  });

  it("begins headings at Word's first level", () => {
    expect(outlineOf("# One\n\n## Two\n\n### Three\n\nText")).toEqual([
      "Heading1: One",
      "Heading2: Two",
      "Heading3: Three",
      "Normal: Text",
    ]);
  });

  it("makes of an element it does not know its words and a report", () => {
    const unknown: string[] = [];
    const { blocks } = storyOfHtml("<p>a <blink>b <b>c</b></blink></p>", {
      reportUnknown: ({ tagName }: Element) => unknown.push(tagName),
    });
    expect(paragraphsIn(blocks).map(outline)).toEqual(["Normal: a b c"]);
    expect(unknown).toEqual(["blink"]);
  });

  it("does not take the names of object properties for elements it knows", () => {
    const unknown: string[] = [];
    storyOfHtml("<constructor>a</constructor>", { reportUnknown: ({ tagName }) => unknown.push(tagName) });
    expect(unknown).toEqual(["constructor"]);
  });
});

describe("lists in Word", () => {
  it("count each for itself, from their own start, at their own depth", () => {
    expect(outlineOf("3. a\n4. b\n   1. c\n   - d\n\nbetween\n\n1. e")).toEqual([
      "ListNumber number 1/0 from 3: a",
      "ListNumber number 1/0 from 3: b",
      "ListNumber number 2/1 from 1: c",
      "ListBullet bullet 3/1 from 1: d",
      "Normal: between",
      "ListNumber number 4/0 from 1: e",
    ]);
  });

  it("go on after a second paragraph of an item", () => {
    expect(outlineOf("1. a\n\n   more\n2. b")).toEqual([
      "ListNumber number 1/0 from 1: a",
      "ListContinue: more",
      "ListNumber number 1/0 from 1: b",
    ]);
  });

  it("have boxes instead of bullets where they are tasks", () => {
    expect(outlineOf("- [x] done\n- [ ] open")).toEqual(["TaskItem: ☑⇥done", "TaskItem: ☐⇥open"]);
  });

  it("say the numbers that HTML gives, backwards or apart", () => {
    expect(outlineOf('<ol reversed><li>c</li><li>b</li><li value="9">i</li></ol>')).toEqual([
      "ListNumber number 1/0 from 3: c",
      "ListNumber number 2/0 from 2: b",
      "ListNumber number 3/0 from 9: i",
    ]);
  });

  it("write a number as words where Word cannot count so far", () => {
    expect(outlineOf("1000000. far")).toEqual(["TaskItem: 1000000.⇥far"]);
  });

  it("count by letters as far as Word and HTML do alike, and begin anew where figures end", () => {
    expect(outlineOf('<ol type="a" start="27"><li>x</li><li>y</li></ol>')).toEqual([
      "ListNumber number 1/0 from 27: x",
      "TaskItem: ab.⇥y",
    ]);
    expect(outlineOf('<ol type="a" start="0"><li>x</li><li>y</li></ol>')).toEqual([
      "ListNumber number 1/0 from 0: x",
      "ListNumber number 2/0 from 1: y",
    ]);
  });

  it("show the bullet of an item that opens with another list", () => {
    expect(outlineOf("- - a")).toEqual(["ListBullet bullet 2/0 from 1: ", "ListBullet bullet 1/1 from 1: a"]);
  });

  it("are parted from the text after them as paragraphs are, and no wider within", () => {
    const paragraphs = paragraphsIn(storyOfMarkdown("- a\n- b\n  - c\n- d\n\ntext").blocks);
    expect(paragraphs.map(({ spaceAfter }) => spaceAfter)).toEqual([undefined, undefined, undefined, 160, undefined]);
  });

  it("stay on the page however deep they are", () => {
    const markdown = Array.from({ length: 25 }, (_, depth) => `${"  ".repeat(depth)}- level ${depth}`).join("\n");
    const items = paragraphsIn(storyOfMarkdown(markdown).blocks);
    expect(items).toHaveLength(25);
    for (const { indent, list } of items) {
      expect(indent).toBeLessThan(5000);
      expect(list?.level).toBeLessThan(9);
    }
  });
});

describe("asides in Word", () => {
  it("stand in the margin, and in the text where that runs from right to left", () => {
    const asides = (dir: string) =>
      paragraphsIn(storyOfHtml(`<article dir="${dir}"><div class="margin"><p>a</p></div></article>`).blocks).map(
        ({ aside }) => aside !== undefined,
      );
    expect([asides("ltr"), asides("rtl")]).toEqual([[true], [false]]);
  });

  it("stand in, callouts beside a bar that runs along their lists", () => {
    const paragraphs = paragraphsIn(storyOfMarkdown("> quoted\n\n> [!TIP]\n> told\n>\n> - listed").blocks);
    expect(paragraphs.map(outline)).toEqual([
      "Quote: quoted",
      "Callout: told",
      expect.stringMatching(/^ListBullet bullet .*: listed$/),
    ]);
    expect(paragraphs.map(({ bar }) => bar)).toEqual([undefined, 220, 220]);
  });

  it("are footnotes of Word, in the order they are cited, a number alone the second time", () => {
    const { blocks, notes } = storyOfMarkdown("a[^x] b[^y] c[^x]\n\n[^y]: why\n\n[^x]: ex\n\n    - listed");
    expect(paragraphsIn(blocks).map(outline)).toEqual(["Normal: a{1} b{2} c1"]);
    expect([...notes].map(([number, note]) => [number, note.map(outline)])).toEqual([
      [1, ["FootnoteText:  ex", "FootnoteText bullet 1/0 from 1: listed"]],
      [2, ["FootnoteText:  why"]],
    ]);
  });

  it("are a list at the end where only another note cites them, for Word has no notes in notes", () => {
    const { blocks, notes } = storyOfMarkdown("a[^x]\n\n[^x]: see[^y]\n\n[^y]: why");
    expect(notes.get(1)?.map(outline)).toEqual(["FootnoteText:  see2"]);
    expect(paragraphsIn(blocks).map(outline)).toEqual(["Normal: a{1}", "ListNumber number 1/0 from 2: why"]);
  });

  it("are terms with what is said of them", () => {
    expect(outlineOf("<dl><dt>a</dt><dd>one</dd><dt>b</dt><dt>c</dt><dd><p>two</p><p>three</p></dd></dl>")).toEqual([
      "Term: a",
      "Definition: one",
      "Term: b",
      "Term: c",
      "Definition: two",
      "Definition: three",
    ]);
  });
});

describe("what opens something", () => {
  it.each([
    ["ends in a colon", "<p>Best used for:</p><ul><li>one</li></ul>", true],
    ["is bold as a heading", "<p><strong>What flourishes</strong></p><p>Much</p>", true],
    ["is an item with a list of its own", "<ul><li>Not for:<ul><li>one</li></ul></li></ul>", true],
    ["says something itself", "<p>A sentence with <b>weight</b>.</p><p>Another</p>", false],
  ])("stays with the beginning of it when it %s", (_, html, kept) => {
    const [first] = paragraphsIn(storyOfHtml(html).blocks);
    expect(first?.keepNext ?? false).toBe(kept);
  });
});

describe("links in Word", () => {
  const links = (inlines: readonly Inline[]): Inline[] => inlines.filter(({ kind }) => kind === "link");

  it("lead from a citation to its reference, and not back: Word does, and on paper nothing does", () => {
    const story = storyOfMarkdown("# Text\n\nsaid [1]\n\n# References\n\n[1] A book");
    const [, text, , entry] = paragraphsIn(story.blocks);
    expect(text?.children).toMatchObject([
      { kind: "text", value: "said " },
      { kind: "link", to: { bookmark: "ref_1" } },
    ]);
    expect(entry && outline(entry)).toBe("Reference: [1]⇥A book");
    expect(entry?.children[0]).toMatchObject({ kind: "bookmark", name: "ref_1" });
    expect(links(entry?.children ?? [])).toEqual([]);
  });

  it("are written as addresses that Word accepts", () => {
    const { blocks } = storyOfHtml('<p><a href="https://example.org/a b">a</a><a href="014-shed.docx">b</a></p>');
    expect(links(paragraphsIn(blocks)[0]?.children ?? [])).toMatchObject([
      { to: { href: "https://example.org/a%20b" } },
      { to: { href: "014-shed.docx" } },
    ]);
  });

  it("are text where the place they lead to is not there", () => {
    const { blocks } = storyOfHtml('<p><a href="#nowhere">a</a></p>');
    expect(links(paragraphsIn(blocks)[0]?.children ?? [])).toEqual([]);
  });

  it("lead to bookmarks told apart, in names that Word takes", () => {
    const ids = ["x--Ünï", "x--ün", "9", `long-${"y".repeat(60)}`, `long-${"y".repeat(61)}`];
    const html = ids.map((id) => `<p><a href="#${id}">to</a></p><p id="${id}">there</p>`).join("");
    const names = paragraphsIn(storyOfHtml(html).blocks)
      .flatMap(({ children }) => children)
      .flatMap((inline) => (inline.kind === "bookmark" ? [inline.name] : []));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z]\w{0,39}$/);
  });

  it("keep a bookmark that stands alone in its paragraph", () => {
    const { blocks } = storyOfHtml('<p><a href="#x">to</a></p><p><a id="x"></a></p><h2>there</h2>');
    expect(paragraphsIn(blocks).map(({ children }) => children[0]?.kind)).toEqual(["link", "bookmark"]);
  });
});

describe("tables in Word", () => {
  it("head their columns and align their figures", () => {
    const [table] = tablesIn(storyOfMarkdown("| a | b |\n|---|--:|\n| one | 2 |").blocks);
    expect(table?.rows.map(({ head }) => head)).toEqual([true, false]);
    const paragraphs = paragraphsIn(table ? [table] : []);
    expect(paragraphs.map(({ style, align }) => [style, align])).toEqual([
      ["TableHead", undefined],
      ["TableHead", "right"],
      ["TableText", undefined],
      ["TableText", "right"],
    ]);
  });

  it("stand apart from what is around them without empty paragraphs", () => {
    const [before, , after] = storyOfMarkdown("before\n\n| a |\n|---|\n\nafter").blocks;
    expect(before).toMatchObject({ spaceAfter: 200 });
    expect(after).toMatchObject({ spaceBefore: 240 });
  });

  it("are parted where one follows another, for Word would join them", () => {
    const { blocks } = storyOfMarkdown("| a |\n|---|\n\n<!-- -->\n\n| b |\n|---|");
    expect(blocks.map((block) => (block.kind === "paragraph" ? block.style : block.kind))).toEqual([
      "table",
      "Divider",
      "table",
    ]);
  });

  it("reach into the space for notes when their words need it, and turn the page when they need more", () => {
    const row = (words: string, columns: number): string => `|${words.repeat(columns)}\n|${"---|".repeat(columns)}`;
    const widest = row(" institutionalised |", 9);
    const wide = row(" participation |", 6);
    const tables = tablesIn(storyOfMarkdown(`${widest}\n\n${wide}\n\n| a | b |\n|---|---|`).blocks);
    expect(tables.map(({ widths, turned }) => [widths.reduce((sum, width) => sum + width, 0), turned])).toEqual([
      [14798, true],
      [9526, undefined],
      [7120, undefined],
    ]);
  });

  it("do not turn the page where they stand in something else", () => {
    const widest = `|${" institutionalised |".repeat(9)}\n>|${"---|".repeat(9)}`;
    const [table] = tablesIn(storyOfMarkdown(`> ${widest}`).blocks);
    expect(table).not.toHaveProperty("turned");
  });

  it("say what they show: their caption, or the heads of their columns", () => {
    const [named] = tablesIn(storyOfHtml("<table><caption>Keys</caption><tr><th>a</th></tr></table>").blocks);
    const [table] = tablesIn(storyOfMarkdown("| who | what |\n|---|---|\n| we | all |").blocks);
    expect([named?.alt, table?.alt]).toEqual(["Keys", "who, what"]);
  });
});

describe("other scripts in Word", () => {
  it("have code among them that runs from left to right, and stands in from there", () => {
    const html = '<div lang="ar"><ul><li><p>أ</p><pre><code>a = 1;</code></pre></li></ul></div>';
    const code = paragraphsIn(storyOfHtml(html).blocks).find(({ style }) => style === "Code");
    expect(code).not.toHaveProperty("rightToLeft");
    expect(code).toMatchObject({ indent: 220, reach: -360 });
  });

  it("run from right to left where the source says so", () => {
    const [hebrew, english] = paragraphsIn(storyOfHtml('<div lang="he"><p>שלום</p></div><p>so</p>').blocks);
    expect(hebrew).toMatchObject({
      rightToLeft: true,
      children: [{ marks: { rightToLeft: true, language: { bidirectional: "he" } } }],
    });
    expect(english).not.toHaveProperty("rightToLeft");
  });
});

describe("pictures in Word", () => {
  const pictures = { hash: { file: "shed.png", mediaType: "image/png" } };

  it("are no wider than the text unless they would be too small, and have words", () => {
    const html = '<figure><img src="hash" alt="A shed" width="600" height="300"><figcaption>Ours</figcaption></figure>';
    const [figure, caption] = paragraphsIn(storyOfHtml(html, { pictures }).blocks);
    expect(figure?.children).toEqual([{ kind: "picture", address: "hash", width: 475, height: 237, alt: "A shed" }]);
    expect(figure?.keepNext).toBe(true);
    expect(caption && outline(caption)).toBe("Caption: Ours");
    const [wide] = paragraphsIn(storyOfHtml('<img src="hash" alt="" width="2000" height="500">', { pictures }).blocks);
    expect(wide?.children).toMatchObject([{ width: 635, alt: "Shed" }]);
  });

  it("are their words in brackets where the file is not there", () => {
    const { blocks } = storyOfHtml('<p>a <img src="lost" alt="gate"></p>', { pictures });
    expect(wordsIn(paragraphsIn(blocks)[0]?.children ?? [])).toBe("a [gate]");
  });
});
