import { join } from "node:path";
import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { parseBody } from "../../src/library/body/parse.js";
import { hasClass } from "../../src/page/class-names.js";
import { calloutName, readLocale } from "../../src/page/locale.js";
import { visit } from "../../src/trees/visit.js";
import { ROOT } from "../support/editions.js";

describe("a callout", () => {
  it.each([
    ["> [!NOTE]\n> Words.", "note", ["p Words."]],
    ["> [!note]\n> Words.", "note", ["p Words."]],
    ["> [!Warning]+\n> Words.", "warning", ["p Words."]],
    ["> [!faq]- Does it fold?\n> No.", "faq", ["title Does it fold?", "p No."]],
    ["> [!tip] *Well* said, `twice`\n> and **more**\n> of it.", "tip", ["title Well said, twice", "p and more of it."]],
    ["> [!tip] Broken  \n> line.", "tip", ["title Broken", "p line."]],
    ["> [!NOTE]Joined\n> Words.", "note", ["title Joined", "p Words."]],
    ["> [!Lesson learned] From Elinor\n>\n> - one\n> - two", "Lesson learned", ["title From Elinor", "ul one two"]],
    ["> [!info|wide]\n> 1. one", "info", ["ol one"]],
    ["> [!größe]\n> ### Head", "größe", ["h2 Head"]],
    ["> [!NOTE]", "note", []],
    ["> [!NOTE]  \n>\n> Words.", "note", ["p Words."]],
    ["- item\n  > [!NOTE]\n  > In a list.", "note", ["p In a list."]],
  ])("%j", (markdown, kind, blocks) => {
    const [callout] = calloutsOf(markdown);
    expect(callout?.properties.dataKind).toBe(kind);
    expect(callout?.children.flatMap(tell)).toEqual(blocks);
  });

  it("stands in another", () => {
    const callouts = calloutsOf("> [!note] Outer\n> Words.\n>\n> > [!tip]- Inner\n> > Deeper.\n>\n> After.");
    expect(callouts.map(({ properties }) => properties.dataKind)).toEqual(["note", "tip"]);
    expect(callouts[1]?.children.flatMap(tell)).toEqual(["title Inner", "p Deeper."]);
    expect(callouts[0]?.children.flatMap(tell).at(-1)).toBe("p After.");
  });

  it.each(["> [!]\n> Words.", "> ![NOTE]\n> Words.", "> Words.\n> [!NOTE]", "> [!<b>]\n> x", "> `[!NOTE]`", "[!NOTE]"])(
    "is not %j",
    (markdown) => {
      expect(calloutsOf(markdown)).toEqual([]);
    },
  );

  it.each([
    ["NOTE", "en", "Note"],
    ["warning", "de", "Warnung"],
    ["faq", "en", "FAQ"],
    ["Faq", "es", "Preguntas frecuentes"],
    ["UNKNOWN", "en", "Unknown"],
    ["deep-dive", "de", "Deep dive"],
    ["DeepDive", "en", "DeepDive"],
    ["API", "en", "API"],
    ["constructor", "en", "Constructor"],
  ])("of the kind %s is labelled, in %s, %s", (kind, language, label) => {
    expect(calloutName(readLocale([join(ROOT, "templates")], language, {}), kind)).toBe(label);
  });
});

function calloutsOf(markdown: string): Element[] {
  const tree: Root = parseBody(markdown, "well", "Well").tree;
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (hasClass(element, "callout")) found.push(element);
  });
  return found;
}

/** A block as the name of its element, or `title`, and its words. */
function tell(node: Element["children"][number]): string[] {
  if (node.type !== "element") return [];
  const name = String(node.properties.className) === "callout-title" ? "title" : node.tagName;
  return [`${name} ${toText(node).trim().replace(/\s+/g, " ")}`];
}
