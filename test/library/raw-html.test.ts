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
