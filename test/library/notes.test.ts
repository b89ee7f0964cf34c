import type { Element } from "hast";
import { toString as toText } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { type ParsedBody, parseBody } from "../../src/library/body/parse.js";
import { visit } from "../../src/trees/visit.js";

describe("a footnote", () => {
  it("that nothing calls stands after the others, with no way back", () => {
    const body = parse("Text[^a].\n\n[^lost]: Lost words.\n[^a]: Called, and calls[^b].\n[^b]: Called by a note.");
    expect(notesOf(body)).toEqual(["Called, and calls2. ↩", "Called by a note. ↩", "*Lost words."]);
    expect(body.observations).toEqual([
      { rule: "footnotes-are-called", found: "lost", detail: "Lost words.", place: { line: 3, column: 1 } },
    ]);
  });

  it("that nothing calls brings along those that it calls", () => {
    const body = parse("Text.\n\n[^x]: First, see[^y].\n[^y]: Second.");
    expect(notesOf(body)).toEqual(["*First, see2.", "Second. ↩"]);
    expect(body.observations.map(({ found }) => found)).toEqual(["x"]);
  });

  it("that calls itself, or that two call each other, is kept", () => {
    const notes = notesOf(parse("Text.\n\n[^x]: To and[^y].\n[^y]: Fro[^x].\n[^z]: Alone[^z]."));
    expect(notes).toEqual(["To and3. ↩2", "Alone2. ↩2", "Fro1. ↩"]);
  });

  it.each(["> [^q]: Quoted.", "- item\n\n  [^q]: In a list.", "[^q]:\n    - a list\n\n    and `code`"])(
    "is kept wherever it is defined: %j",
    (markdown) => {
      const [note = ""] = notesOf(parse(`Text.\n\n${markdown}`));
      expect(note).toMatch(/^\*(Quoted|In a list|\s*a list\s*and code)/);
    },
  );

  it("of a label that is taken is kept with its own words, under an id of its own", () => {
    const body = parse("Text[^1], text[^1].\n\n[^1]: One.\n[^1]: Two.\n[^1]: Three.\n[^1-2]: Other.");
    expect(notesOf(body)).toEqual(["One. ↩ ↩2", "*Other.", "*Two.", "*Three."]);
    const ids = elements(body, "li").map(({ properties }) => properties.id);
    expect(new Set(ids).size).toBe(4);
    expect(body.observations.map(({ rule, place }) => [rule, place?.line])).toEqual([
      ["footnotes-are-defined-once", 4],
      ["footnotes-are-defined-once", 5],
      ["footnotes-are-called", 6],
    ]);
  });

  it("that is called and not there leaves its call as text", () => {
    const body = parse("# One[^title]\n\n| cell[^none] |\n| --- |\n| \\[^escaped] `[^code]` |");
    expect(toText(body.tree)).toContain("cell[^none]");
    expect(body.observations).toEqual([
      { rule: "footnotes-are-defined", found: "title", place: { line: 1, column: 6 } },
      { rule: "footnotes-are-defined", found: "none", place: { line: 3, column: 7 } },
    ]);
  });

  it("called in a heading is no part of its name", () => {
    const body = parse("# Shared wells[^1]\n\nSee [below](#how-deep).\n\n## How *deep*[^1]\n\nWords.\n\n[^1]: A note.");
    expect(body.sections.map(({ id, title, role }) => ({ id, title, role }))).toEqual([
      { id: "well--shared-wells", title: "Shared wells", role: "other" },
    ]);
    expect(elements(body, "h3")[0]?.properties.id).toBe("well--how-deep");
    expect(elements(body, "a").filter((link) => link.properties.dataFootnoteRef !== undefined)).toHaveLength(2);
    expect(body.observations).toEqual([]);
  });
});

function parse(markdown: string): ParsedBody {
  return parseBody(markdown, "well", "Well");
}

function elements({ tree }: ParsedBody, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (element.tagName === name) found.push(element);
  });
  return found;
}

/** The words of the notes at the end, `*` before those that have no number. */
function notesOf(body: ParsedBody): string[] {
  const section = elements(body, "section").find(({ properties }) => properties.dataFootnotes !== undefined);
  const list = section?.children.find((child) => child.type === "element");
  const items = list?.type === "element" ? list.children.filter((child) => child.type === "element") : [];
  return items.map((item) => `${item.properties.dataUncalled === undefined ? "" : "*"}${toText(item).trim()}`);
}
