import type { Nodes } from "hast";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { parseSource } from "../../src/library/parse-file.js";
import type { Body, Pattern } from "../../src/library/pattern.js";
import { visit } from "../../src/trees/visit.js";
import { anyFields } from "../support/any-fields.js";
import { anyMarkdown } from "../support/any-markdown.js";
import fc from "../support/fast-check.js";

describe("nothing is lost", () => {
  it("of any Markdown: each word is in the body, once, or in the list of what was taken out", () => {
    fc.assert(
      fc.property(anyMarkdown, ({ source, words }) => {
        const { pattern, body } = parse(`---\ntitle: A title\n---\n\n${source}`);
        const shown = countWords(seenIn(body.tree));
        const taken = countWords(pattern.body.omissions.map(({ text }) => text));
        expect(words.filter((word) => !shown.has(word) && !taken.has(word))).toEqual([]);
        expect(words.filter((word) => (shown.get(word) ?? 0) > 1)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("of any front matter: each word is in a field, or in `extra`", () => {
    fc.assert(
      fc.property(anyFields, ({ fields, words }) => {
        const {
          observations: _,
          places: __,
          source: ___,
          ...pattern
        } = parse(`---\n${stringify(fields)}---\n\nText.\n`).pattern;
        const kept = JSON.stringify(pattern).toLowerCase();
        expect(words.filter((word) => !kept.includes(word))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function parse(source: string): { pattern: Pattern; body: Body } {
  return parseSource(new TextEncoder().encode(source), { path: "any.md", key: "key" });
}

/** What a reader gets to see or to hear of a tree. */
function seenIn(tree: Nodes): string[] {
  const seen: string[] = [];
  visit(tree, (node) => {
    if (node.type === "text") seen.push(node.value);
    else if (node.type === "element") seen.push(String(node.properties.alt ?? ""), String(node.properties.title ?? ""));
  });
  return seen;
}

function countWords(texts: readonly string[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const word of texts.join(" ").match(/w[a-j]{3,}x/g) ?? []) count.set(word, (count.get(word) ?? 0) + 1);
  return count;
}
