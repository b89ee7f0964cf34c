import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/library/parse-file.js";
import type { Body } from "../../src/library/pattern.js";
import { ROOT } from "../support/editions.js";
import { expectGolden } from "../support/golden.js";

const fixtures = join(ROOT, "test/fixtures/dialects");

describe("a pattern of each dialect", () => {
  it.each(readdirSync(fixtures))("%s: its metadata, its sections and its page", async (dialect) => {
    const folder = join(fixtures, dialect);
    const bytes = await readFile(join(folder, "input.md"));
    const { pattern, body } = parseSource(bytes, { path: "input.md", key: "key" });
    const { source, places, ...known } = pattern;
    expect(source.bytes).toBe(bytes.length);
    expect(known.dialect).toBe(dialect);
    await expectGolden(JSON.stringify({ ...known, sections: body.sections }, null, 2), join(folder, "expected.json"));
    await expectGolden(toHtml(body), join(folder, "expected.html"));
  });

  it("knows the place of every field", async () => {
    const bytes = await readFile(join(fixtures, "tags/input.md"));
    const { pattern } = parseSource(bytes, { path: "input.md", key: "key" });
    expect(pattern.places["tags.universality"]).toEqual({ line: 17, column: 3 });
    expect(pattern.places["enables.0"]).toEqual({ line: 29, column: 5 });
    expect(pattern.claims.find(({ target }) => target === "firewood")?.place).toEqual({ line: 32, column: 12 });
  });
});

/** A tree as HTML, a line for each block, so that a change shows where it is. */
function toHtml({ tree }: Body): string {
  const html = unified().use(rehypeStringify).stringify(tree);
  return html.replace(/(<\/(?:p|h\d|li|ul|ol|tr|table|thead|tbody|pre|blockquote|section|figure)>)\n*/g, "$1\n");
}
