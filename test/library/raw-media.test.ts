import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { type ParsedBody, parseBody } from "../../src/library/body/parse.js";

describe("a frame or a film in raw HTML", () => {
  it.each([
    ['See <iframe src="https://a.example/1" title="A walk"></iframe>.', "See A walk: https://a.example/1."],
    ['<iframe src="https://a.example/1" title="A walk"></iframe>', "A walk: https://a.example/1"],
    ['<iframe src="//a.example/1"><p>No <b>frames</b></p></iframe>', "https://a.example/1 No frames"],
    [
      '<video controls><source src="https://a.example/1.webm"><source src="https://a.example/1.mp4"></video>',
      "https://a.example/1.webm",
    ],
    ['<audio src="https://a.example/1.mp3" aria-label="A song"></audio>', "A song: https://a.example/1.mp3"],
    ['<embed src="https://a.example/1">', "https://a.example/1"],
    ['<object data="https://a.example/1"><p>No plug-in</p></object>', "https://a.example/1 No plug-in"],
  ])("leaves its title and its address, which is a link: %s", (html, words) => {
    const body = parse(html);
    expect(textOf(body)).toBe(words);
    expect(body.links.map(({ href }) => href)).toEqual([expect.stringMatching(/^https:\/\/a\.example\/1/)]);
    expect(rulesOf(body)).toEqual(["frames-are-links"]);
  });

  it("says an address once, and one in the library without a link", () => {
    const own = parse('<video src="https://a.example/1"><a href="https://a.example/1">Fetch it</a></video>');
    expect(textOf(own)).toBe("Fetch it");
    const near = parse('<video src="films/walk.mp4" title="A walk"></video>');
    expect(textOf(near)).toBe("A walk: films/walk.mp4");
    expect(near.links).toEqual([]);
  });

  it("keeps its title alone where its address would run", () => {
    const body = parse('<iframe src="javascript:run()" title="A walk"></iframe>\n\nWords.');
    expect(textOf(body)).toBe("A walk\n\nWords.");
    expect(JSON.stringify(body.tree)).not.toContain("javascript:");
  });

  it("puts no paragraph into another", () => {
    visit(parse("A <video><p>one</p><p>two</p></video> B").tree, { tagName: "p" }, (node) => {
      if (node.type === "element") expect(node.children.some((child) => isNamed(child, "p"))).toBe(false);
    });
  });
});

describe("SVG in raw HTML", () => {
  it("is a picture, a figure where it stands alone, with its title and its words for those who do not see it", () => {
    const body = parse(
      '<svg viewBox="0 0 9 9"><title>A street</title><text x="1"><tspan>Lamp</tspan></text><text>Tree</text></svg>\n\nA <svg width="9" height="9"><circle r="4"/></svg> dot.',
    );
    expect(rulesOf(body)).toEqual([]);
    expect(body.images.map(({ alt }) => alt)).toEqual(["A street: Lamp, Tree", ""]);
    expect(sourceOf(body, 0)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A street</title><text x="1"><tspan>Lamp</tspan></text><text>Tree</text></svg>',
    );
    expect(sourceOf(body, 1)).toContain('<circle r="4">');
    expect(find(body, "figure")).toHaveLength(1);
  });

  it("keeps its names as SVG spells them, and no part of it is a word of the text", () => {
    const body = parse(
      '<div>\n<svg><defs><linearGradient id="a"/></defs><use xlink:href="#a"/><path stroke-width="2" d="M0 0"/></svg>\n</div>',
    );
    expect(sourceOf(body, 0)).toMatch(/<linearGradient id="a">.*xlink:href="#a".*stroke-width="2"/);
    expect(textOf(body)).toBe("");
  });

  it("has the words of HTML in it among its own, since the drawing loses them", () => {
    const body = parse("<svg><foreignObject><p>Words <b>in HTML</b></p></foreignObject></svg>");
    expect(body.images.map(({ alt }) => alt)).toEqual(["Words in HTML"]);
  });

  it("ends where it ends: names of shapes elsewhere are words", () => {
    const body = parse("<svg> is never closed, and <circle> is a word.");
    expect(body.observations.map(({ found }) => found)).toContain("<circle>");
  });
});

describe("MathML in raw HTML", () => {
  it.each([
    ["<math><mi>x</mi><mo>=</mo><mn>1</mn></math>", "x = 1"],
    ["<math><msup><mi>x</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup></math>", "x^(n + 1)"],
    ["<math><mfrac><mi>a</mi><msub><mi>b</mi><mn>1</mn></msub></mfrac></math>", "a/(b_1)"],
    ["<math><msqrt><mn>2</mn></msqrt><mfenced><mi>x</mi><mi>y</mi></mfenced></math>", "√(2)(x,y)"],
    ['<math alttext="e^x"><mi>e</mi></math>', "e^x"],
    [
      '<math><semantics><mi>y</mi><annotation encoding="application/x-tex">\\vec y</annotation></semantics></math>',
      "\\vec y",
    ],
  ])("is a formula, with its words in a line: %s", (html, words) => {
    const body = parse(`A ${html} B`);
    expect(textOf(body)).toBe(`A ${words} B`);
    expect(body.formulas).toBe(1);
    expect(rulesOf(body)).toEqual([]);
  });

  it("is set by itself where it says so, and has what browsers know, in the right numbers", () => {
    const body = parse(
      '<math display="block" onclick="run()"><mfrac><mi>a</mi></mfrac><mtable><mtd><mi href="javascript:run()">b</mi></mtd></mtable><script>run()</script><mtext>if <b>so</b><style>a</style></mtext></math>',
    );
    const [code] = find(body, "code");
    expect(find(body, "pre")).toHaveLength(1);
    expect(code?.properties.dataMathml).toBe(
      '<math xmlns="http://www.w3.org/1999/xhtml" display="block"><mrow><mi>a</mi></mrow><mtable><mtr><mtd><mi>b</mi></mtd></mtr></mtable><mtext>if so</mtext></math>',
    );
    expect(rulesOf(body)).toEqual(["html-is-safe", "html-is-safe"]);
  });

  it("is not taken from an attribute that anybody can write", () => {
    const body = parse('<code class="language-math" data-mathml="<math><script>run()</script></math>">x</code>');
    expect(find(body, "code")[0]?.properties.dataMathml).toBeUndefined();
  });
});

describe("the size of a picture", () => {
  it.each([
    ['<img src="a.png" width="200" height="100" alt="A">', [200, 100]],
    ['<img src="a.png" width="50%" alt="A">', ["50%", undefined]],
    ["![A|200](a.png)", [200, undefined]],
    ["![A|200x100](a.png)", [200, 100]],
    ["Words ![A|20](a.png).", [20, undefined]],
  ])("is read from %s", (markdown, [width, height]) => {
    const body = parse(markdown);
    const [image] = find(body, "img");
    expect([image?.properties.width, image?.properties.height]).toEqual([width, height]);
    expect(body.images.map(({ alt }) => alt)).toEqual(["A"]);
  });
});

function parse(markdown: string): ParsedBody {
  return parseBody(markdown, "pattern", "Pattern");
}

function rulesOf({ observations }: ParsedBody): string[] {
  return observations.map(({ rule }) => rule);
}

function textOf({ sections }: ParsedBody): string {
  return sections.map(({ text }) => text).join("\n");
}

function sourceOf({ images }: ParsedBody, at: number): string {
  return Buffer.from(String(images[at]?.src).replace("data:image/svg+xml;base64,", ""), "base64").toString();
}

function isNamed(node: Element["children"][number], tagName: string): boolean {
  return node.type === "element" && node.tagName === tagName;
}

function find({ tree }: ParsedBody, tagName: string): Element[] {
  const found: Element[] = [];
  visit(tree, { tagName }, (node) => {
    if (node.type === "element") found.push(node);
  });
  return found;
}
