import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../src/config/read-config.js";
import { pdf } from "../../src/formats/pdf/index.js";
import type { NumberedPattern } from "../../src/library/pattern.js";
import { buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
import { writeHardLibrary } from "../support/hard-pattern.js";
import { failedClauses } from "../support/verapdf.js";

const CORPUS = join(ROOT, "../shared/corpus");
const folder = temporaryFolder();
const { book } = defaultConfig();

interface Sample {
  name: string;
  source: string;
  matches?: (pattern: NumberedPattern) => boolean;
}

// Of a dialect's patterns one in so many: each sort of content comes up, and the judge is slow.
const ONE_IN = 30;
const dialects = ["tags", "classification", "ontology"].map((dialect) => ({
  name: `patterns of the dialect ${dialect}`,
  source: join(CORPUS, dialect),
  matches: ({ number }: NumberedPattern) => number % ONE_IN === 1,
}));

const SAMPLES: readonly Sample[] = [
  { name: "our library", source: join(ROOT, "patterns") },
  { name: "a page of everything", source: writeHardLibrary(join(folder, "hard")) },
  ...(existsSync(CORPUS) ? dialects : []),
];

describe.each(SAMPLES)("the reading edition of $name, by veraPDF", ({ name, source, matches }) => {
  const out = join(folder, name.replaceAll(" ", "-"));
  const file = join(out, "book/book.pdf");

  test("conforms to PDF/UA-1", async () => {
    const options = { source, out, formats: [pdf], config: { book: { ...book, slug: "book", title: "Patterns" } } };
    await buildEditions(matches ? { ...options, matches } : options);
    expect(await failedClauses(file, "ua1")).toEqual([]);
  });

  test("conforms to PDF/A-3a", async () => {
    expect(await failedClauses(file, "3a")).toEqual([]);
  });
});
