import { describe, expect, it } from "vitest";
import { explainFields } from "../../src/library/explain-fields.js";
import { parseSource } from "../../src/library/parse-file.js";
import { ruleOf } from "../../src/library/reading/dialects.js";
import { EMPTY_RULE, overlay } from "../../src/library/reading/rule.js";

const FILE = `---
excerpt: Bread for all.
tags: { domain: food }
---

# Shared Oven

Text.
`;

describe("where a pattern's fields come from", () => {
  it("is said with the place in the file, and with the places that were asked before", () => {
    const own = { ...EMPTY_RULE, fields: { stage: "folder 1" } };
    const { pattern } = parseSource(new TextEncoder().encode(FILE), { path: "new/oven.md", key: "", rule: own });
    const grounds = explainFields(pattern, overlay(ruleOf(pattern.dialect), own));
    expect(grounds).toEqual(
      expect.arrayContaining([
        { field: "title", place: "# *", point: { line: 6, column: 1 }, before: ["title"] },
        { field: "summary", place: "excerpt", point: { line: 2, column: 1 }, before: ["summary", "description"] },
        { field: "domain", place: "tags.domain", point: { line: 3, column: 9 }, before: [] },
        { field: "stage", place: "folder 1", before: [] },
      ]),
    );
  });
});
