import { describe, expect, it } from "vitest";
import { changesOf } from "../../src/changes/change.js";
import { compare } from "../../src/changes/compare.js";
import type { Content, Edition, EditionPattern } from "../../src/changes/edition.js";
import { tell } from "../../src/changes/tell.js";
import { toLines, toMarkdown } from "../../src/changes/write-changes.js";

const content = (fields: Partial<Content> = {}): Content => ({ relations: [], fields: {}, sections: [], ...fields });
const section = (text: string, id = "context") => ({ id, role: id, title: "Context", text });

let next = 0;
function pattern(slug: string, fields: Partial<EditionPattern> = {}): EditionPattern {
  next++;
  return {
    id: `id-${slug}`,
    slug,
    formerSlugs: [],
    number: next,
    title: slug,
    sha256: `file of ${slug}`,
    print: undefined,
    content: content(),
    ...fields,
  };
}

function edition(...patterns: EditionPattern[]): Edition {
  return {
    name: "gardens",
    sourceDateEpoch: 1_750_000_000,
    patterns: patterns.map((one, at) => ({ ...one, number: at + 1 })),
  };
}

const plain = { quote: (words: string) => words };

describe("two editions", () => {
  it("have no changes where nothing has changed", () => {
    const same = edition(pattern("hedge"), pattern("gate"));
    const changes = compare(same, same);
    expect(changes.changes).toEqual([]);
    expect(toMarkdown(changes)).toContain("Nothing that was compared has changed.");
  });

  it("tell what came and what went, by the edition that has it", () => {
    const { changes } = compare(edition(pattern("hedge"), pattern("gate")), edition(pattern("gate"), pattern("pond")));
    expect(changes.map(({ change, slug, number }) => [change, slug, number])).toEqual([
      ["added", "pond", 2],
      ["removed", "hedge", 1],
      ["renumbered", "gate", 1],
    ]);
  });

  it("know a pattern again by its id, its slugs, or its file", () => {
    const before = edition(
      pattern("hedge"),
      pattern("gate"),
      pattern("pond"),
      pattern("well", { sha256: "as it was" }),
    );
    const after = edition(
      pattern("living-hedge", { id: "id-hedge", sha256: "other" }),
      pattern("entrance", { formerSlugs: ["gate"], sha256: "other" }),
      pattern("pond", { id: "new id" }),
      pattern("spring", { sha256: "as it was" }),
    );
    const changes = compare(before, after);
    const renamed = changesOf(changes, "renamed").map(({ from, to }) => [from.slug, to.slug]);
    expect(renamed).toEqual([
      ["hedge", "living-hedge"],
      ["gate", "entrance"],
      ["pond", "pond"],
      ["well", "spring"],
    ]);
    expect(changes.changes.some(({ change }) => change === "added" || change === "removed")).toBe(false);
  });

  it("count words by section, and say which sections came and went", () => {
    const before = pattern("hedge", {
      sha256: "one",
      content: content({ sections: [section("A hedge keeps the wind out."), section("Gone now.", "problem")] }),
    });
    const after = pattern("hedge", {
      sha256: "two",
      content: content({
        sections: [section("A hedge keeps most of the wind out."), section("Plant it.", "solution")],
      }),
    });
    const [text] = changesOf(compare(edition(before), edition(after)), "text");
    expect(text?.words).toEqual({ added: 4, removed: 2 });
    expect(text?.sections?.map(({ id, is, words }) => [id, is, words])).toEqual([
      ["context", "changed", { added: 2, removed: 0 }],
      ["solution", "added", { added: 2, removed: 0 }],
      ["problem", "removed", { added: 0, removed: 2 }],
    ]);
  });

  it("take a section under another heading for the same where its role is", () => {
    const of = (title: string, text: string, sha256: string): EditionPattern =>
      pattern("hedge", { sha256, content: content({ sections: [{ id: title, role: "context", title, text }] }) });
    const [text] = changesOf(compare(edition(of("Where", "Wind.", "1")), edition(of("Place", "Wind.", "2"))), "text");
    expect(text?.sections).toEqual([
      { id: "Place", role: "context", title: "Place", is: "changed", words: { added: 0, removed: 0 } },
    ]);
  });

  it("tell fields and relations, and do not take a new id for another relation", () => {
    const before = edition(
      pattern("hedge", {
        content: content({
          fields: { summary: '"a"', version: '"1"' },
          relations: [{ kind: "related", target: "id-gate" }],
        }),
      }),
      pattern("gate"),
      pattern("pond"),
    );
    const after = edition(
      pattern("hedge", {
        content: content({
          fields: { summary: '"b"', status: '"draft"', version: '"1"' },
          relations: [
            { kind: "related", target: "new" },
            { kind: "requires", target: "id-pond" },
          ],
        }),
      }),
      pattern("gate", { id: "new" }),
      pattern("pond"),
    );
    const changes = compare(before, after);
    expect(changesOf(changes, "fields").map(({ fields }) => fields)).toEqual([["status", "summary"]]);
    expect(changesOf(changes, "relations").map(({ added, removed }) => ({ added, removed }))).toEqual([
      { added: [{ kind: "requires", target: "id-pond", title: "pond" }], removed: [] },
    ]);
  });

  it("say what could not be compared", () => {
    const bare = (sha256: string) => edition(pattern("hedge", { content: undefined, sha256 }));
    const changes = compare(bare("one"), bare("two"));
    expect(changes.unknown).toEqual(["words", "relations", "pages"]);
    expect(changesOf(changes, "text").map(({ words, sections }) => [words, sections])).toEqual([[null, null]]);
    expect(toMarkdown(changes)).toContain("Pages were not compared");
  });

  it("join numbers and pages that moved by as much", () => {
    const names = ["b", "c", "d", "e"];
    const at = (page: number) => ({ print: { volume: 1, page, label: `${page - 4}` } });
    const before = edition(...names.map((slug, place) => pattern(slug, at(10 + place * 2))));
    const after = edition(pattern("a", at(10)), ...names.map((slug, place) => pattern(slug, at(13 + place * 2))));
    const told = tell(compare(before, after), plain).map(({ heading, lines }) => [
      heading,
      lines.map(({ text }) => text),
    ]);
    expect(told).toEqual([
      ["1 pattern added", ["1 a"]],
      ["4 patterns with another number", ["1–4 → 2–5, b to e"]],
      ["4 patterns on another page", ["b to e, 4 patterns: 3 pages later, the first on page 9"]],
    ]);
  });

  it("are told in Markdown that shows titles as they are, and as lines of JSON", () => {
    const changes = compare(edition(), edition(pattern("odd", { title: "*Who*\n[pays](x) <b>" })));
    expect(toMarkdown(changes)).toContain("- 1 \\*Who\\* \\[pays\\](x) \\<b\\>");
    const [line = ""] = toLines(changes, ({ slug }) => `https://gardens.test/${slug}/`).split("\n");
    expect(JSON.parse(line)).toMatchObject({
      iri: "https://gardens.test/odd/",
      change: "added",
      slug: "odd",
      number: 1,
    });
  });
});
