import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { type ParsedBody, parseBody } from "../../src/library/body/parse.js";

describe("HTML in a body", () => {
  it("makes a callout of a kind that is words", () => {
    const kinds = ["note", "Deep dive", "a.b", "&lt;b>", ""].map((kind) => {
      const body = parse(`<blockquote class="callout" data-kind="${kind}">Words.</blockquote>`);
      return find(body, "blockquote")?.properties.dataKind;
    });
    expect(kinds).toEqual(["note", "Deep dive", undefined, undefined, undefined]);
  });

  it.each([
    ["a", '<a href="javascript:alert(1)">words</a>', "javascript:alert(1) in href="],
    ["img", '<img src="data:text/html,x" alt="words">', "data:text/html,x in src="],
    ["blockquote", '<blockquote cite="file:///etc/passwd">Words.</blockquote>', "file:///etc/passwd in cite="],
  ])("says that the address of <%s> is refused", (_, html, found) => {
    const { tree, observations } = parse(html);
    expect(observations).toContainEqual(expect.objectContaining({ rule: "html-is-safe", found }));
    expect(JSON.stringify(tree)).not.toMatch(/javascript:|data:|file:/);
  });

  it("takes no other attribute for an address", () => {
    const { tree, observations } = parse('<abbr title="data: see below">DSB</abbr>');
    expect(observations).toEqual([]);
    expect(JSON.stringify(tree)).toContain("data: see below");
  });
});

describe("no word is lost", () => {
  it.each([
    [
      "of an unknown tag among known ones",
      "<div>Ask <IR> and <Jane Doe>, said she.</div>",
      "Ask <IR> and <Jane Doe>, said she.",
    ],
    ["for readers without scripts", "<noscript>Without <b>scripts</b></noscript>", "Without scripts"],
    ["of a link without a target", '[here](#nowhere "where it was")', "where it was"],
    ["of a picture that is a heading", "## ![The logo](logo.png)", "The logo"],
  ])("%s", (_, markdown, words) => {
    const { tree } = parse(markdown);
    const seen: unknown[] = [];
    visit(tree, (node) => {
      if (node.type === "text") seen.push(node.value);
      if (node.type === "element") seen.push(node.properties.title, node.properties.alt);
    });
    expect(seen.join("")).toContain(words);
  });

  it("of scripts, styles and frames, which are listed", () => {
    const { omissions } = parse(
      [
        "Words <script>var hidden = 1</script> more.",
        "<style>p { color: red }</style>",
        "<iframe src='https://example.org/'>No frames here</iframe>",
        "<template><b>Later</b></template>",
      ].join("\n\n"),
    );
    expect(omissions.map(({ kind, text, place }) => `${place.line} ${kind}: ${text}`)).toEqual([
      "1 heading-number: 1.",
      "3 hidden-html: var hidden = 1",
      "5 hidden-html: p { color: red }",
      "9 hidden-html: Later",
    ]);
  });

  it("and what is no tag stays as it is", () => {
    const body = parse('<div><!-- <IR> --><p title="a &lt;IR> b">Text<br/>more</p></div>');
    expect(body.observations).toEqual([]);
    expect(find(body, "p")?.properties.title).toBe("a <IR> b");
  });
});

function parse(markdown: string): ParsedBody {
  return parseBody(`# 1. Overview\n\n${markdown}\n`, "pattern", "Pattern");
}

function find({ tree }: ParsedBody, tagName: string): Element | undefined {
  const found: Element[] = [];
  visit(tree, { tagName }, (node) => {
    if (node.type === "element") found.push(node);
  });
  return found[0];
}
