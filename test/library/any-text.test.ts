import { describe, expect, it } from "vitest";
import { SourceError } from "../../src/library/failure.js";
import { listGroups } from "../../src/library/groups.js";
import type { Library } from "../../src/library/library.js";
import { collectHosts, collectNames } from "../../src/library/names.js";
import { order } from "../../src/library/order.js";
import { parseSource } from "../../src/library/parse-file.js";
import type { Pattern } from "../../src/library/pattern.js";
import { relate } from "../../src/library/relations.js";
import { check, RULES } from "../../src/library/rules/index.js";
import fc from "../support/fast-check.js";
import { orderOptions } from "../support/order.js";

// Pieces that mean something to YAML, Markdown or HTML, in any order.
const aPiece = fc.constantFrom(
  ...["---\n", "slug: a\n", "title: <b>\n", "id: pat_1\n", "tags:\n", "  domain: [x]\n", "classification: {}\n"],
  ...["ontology:\n", "requires: [a, b]\n", "related:\n  - {slug: a, weight: 9}\n", "created: 2026-13-45\n", "- ", "? "],
  ...["\n", "\n\n", "# 1. Overview\n", "###### Deep\n", "[1]", "[a](b)", "[a](#b)", "![](c.png)", "`", "```\n", "> "],
  ...["| a | b |\n|---|---|\n", "<div>", "</p>", "<script>", "<a>", "&amp;", "[^1]", "[^1]: note\n", "- [x] done\n"],
  ...["\u0000", "\u0007", "\ufeff", "â€“", "_x000D_", "\r\n", "\t", "*", "__proto__: 1\n", "&a [*a]", "!!js x"],
);
const aText = fc
  .array(fc.oneof({ weight: 4, arbitrary: aPiece }, fc.string({ maxLength: 8 })), { maxLength: 40 })
  .map((pieces) => pieces.join(""));

describe("any text", () => {
  it("becomes a pattern or a failure with a place, and every rule can look at it", () => {
    fc.assert(
      fc.property(aText, aText, fc.constantFrom("", "---\nslug: a\n", "---\nslug: a\n---\n"), (text, more, front) => {
        const parsed = parse(front === "---\nslug: a\n" ? `${front}${text}\n---\n${more}` : `${front}${text}${more}`);
        if (parsed instanceof SourceError) {
          expect(RULES.map(({ id }) => id)).toContain(parsed.failure.rule);
          return;
        }
        const known = new Set(RULES.map(({ id }) => id));
        expect(parsed.observations.filter(({ rule }) => !known.has(rule))).toEqual([]);
        for (const finding of check(libraryOf([parsed]))) {
          expect(finding.found).not.toContain("undefined");
          expect(finding.expected).not.toContain("undefined");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("of any bytes does the same", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(["SourceError", "Object"]).toContain(parse(bytes).constructor.name);
      }),
    );
  });
});

function parse(source: string | Uint8Array): Pattern | SourceError {
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
  try {
    return parseSource(bytes, { path: "any.md", key: "key" }).pattern;
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

function libraryOf(read: Pattern[]): Library {
  const { patterns, parts, by } = order(read, orderOptions());
  const names = collectNames(patterns);
  return {
    patterns,
    parts,
    by,
    within: ["title"],
    groups: listGroups(parts),
    byId: new Map(patterns.map((pattern) => [pattern.id, pattern])),
    names,
    hosts: collectHosts(patterns),
    files: new Map(),
    ...relate(patterns, names),
    images: new Map(),
    failed: [],
    duplicates: [],
    leftOut: [],
    matter: [],
    texts: { byId: new Map(), names: new Map() },
    uses: [],
    translations: { book: "en", languages: [], twins: new Map(), untranslated: new Map(), astray: [] },
    fields: [],
    furtherFields: [],
    bodyPath: async () => "",
    body: () => Promise.reject(new Error("no rule loads a body")),
  };
}
