import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/read-config.js";
import type { Library } from "../../src/library/library.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

const LIBRARIES = join(ROOT, "../shared/libraries");

/** @param folder where its files are, if it is not called as its configuration */
async function libraryOf(name: string, folder = name): Promise<Library> {
  const path = join(ROOT, `test/fixtures/libraries/${name}.yaml`);
  const text = readFileSync(path, "utf8");
  expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(20);
  const { read, order, links, book } = parseConfig(text, path);
  return readFolder(join(LIBRARIES, folder), {
    store: temporaryFolder(),
    ...(read ? { rules: read } : {}),
    links,
    order: { by: order.by ?? [], language: book.language },
  });
}

describe.skipIf(!existsSync(LIBRARIES))("other people's libraries, by twenty lines of configuration", () => {
  it("reads InnerSource Patterns from their sections", async () => {
    const { patterns, parts, matter, relations, images } = await libraryOf("innersource");
    expect(patterns.length).toBeGreaterThan(75);
    expect(patterns.filter(({ title }) => /^title$/i.test(title))).toEqual([]);
    expect(patterns.filter(({ summary }) => summary).length).toBe(patterns.length);
    expect(patterns.filter(({ contributors }) => contributors.length > 0).length).toBeGreaterThan(60);
    expect(parts.map(({ key }) => key)).toEqual(["1-initial", "2-structured"]);
    expect(matter.map(({ as }) => as)).toEqual(["front"]);
    expect([...relations.values()].flat().length).toBeGreaterThan(30);
    expect([...images.values()].filter((image) => !("refused" in image)).length).toBeGreaterThan(15);
    const roles = new Set(patterns.flatMap(({ body }) => body.sections.map(({ role }) => role)));
    for (const role of ["problem", "context", "forces", "solution", "consequences", "known-uses"]) {
      expect([...roles]).toContain(role);
    }
  });

  it("reads 18F Methods from their front matter", async () => {
    const { patterns, parts, fields } = await libraryOf("methods");
    expect(patterns.length).toBe(35);
    expect(patterns.filter(({ summary }) => summary).length).toBe(35);
    expect(parts.map(({ key }) => key).sort()).toEqual(
      expect.arrayContaining(["decide", "discover", "make", "validate"]),
    );
    expect(fields).toEqual(expect.arrayContaining(["time", "why"]));
  });

  it("reads the Spanish InnerSource Patterns, each with what it translates", async () => {
    const { patterns, translations } = await libraryOf("innersource-es", "innersource");
    expect(patterns.length).toBeGreaterThan(15);
    expect(new Set(patterns.map(({ language }) => language))).toEqual(new Set(["es"]));
    expect(patterns.filter(({ id }) => translations.twins.get(id)?.[0]?.language === "en").length).toBeGreaterThan(15);
    const roles = patterns.flatMap(({ body }) => body.sections.map(({ role }) => role));
    for (const role of ["problem", "context", "forces", "solution", "consequences", "known-uses"]) {
      expect(roles.filter((each) => each === role).length, role).toBeGreaterThan(10);
    }
    expect(roles.filter((role) => role === "other").length).toBeLessThan(roles.length / 4);
  });
});
