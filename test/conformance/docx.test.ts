import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { docx } from "../../src/formats/docx/index.js";
import { isFootnotes } from "../../src/library/body/footnotes.js";
import type { Library } from "../../src/library/library.js";
import type { NumberedPattern } from "../../src/library/pattern.js";
import { inspectDocx } from "../support/docx-gate.js";
import { openEditions } from "../support/edition-texts.js";
import { buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
import { judgeDocx } from "../support/open-xml-sdk.js";
import { missingInOrder, withoutRuns, wordsOf } from "../support/words.js";

const CORPUS = join(ROOT, "../shared/corpus");

interface Trial {
  name: string;
  source: string;
  /** How many handouts to try, spread over the library; all when it is more than there are. */
  sample: number;
}

const TRIALS: Trial[] = [
  { name: "our own", source: join(ROOT, "patterns"), sample: Number.POSITIVE_INFINITY },
  ...["tags", "classification", "ontology"].map((name) => ({ name, source: join(CORPUS, name), sample: 34 })),
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
    const files = await Promise.all((await chosen()).map(fileOf));
    expect([...(await judgeDocx(files))]).toEqual([]);
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
      const found = missingInOrder(await wordsIn(library, pattern), wordsOf(await edition.text(pattern)));
      if (found.length > 0) missing[pattern.slug] = found;
    }
    expect(missing).toEqual({});
  });

  it.skipIf(!existsSync("/usr/bin/pandoc"))("give pandoc the numbers of ordered lists", async () => {
    const { library } = await built();
    const wrong: Record<string, unknown> = {};
    for (const pattern of await chosen()) {
      const expected = listsIn((await library.body(pattern)).tree);
      const found = await listsOf(await fileOf(pattern));
      if (JSON.stringify(found) !== JSON.stringify(expected)) wrong[pattern.slug] = { expected, found };
    }
    expect(wrong).toEqual({});
  });
});

/** The words of a body but those of diagrams, which are drawn. */
async function wordsIn(library: Library, pattern: NumberedPattern): Promise<string[]> {
  const { sections } = await library.body(pattern);
  const text = sections.flatMap(({ title, text }) => [title, text]).join("\n");
  return withoutRuns(
    wordsOf(text),
    pattern.body.diagrams.map(({ source }) => source),
  );
}

/** What each ordered list of a body counts from, and how many items it has. */
function listsIn(tree: Root): [start: number, items: number][] {
  const lists: [number, number][] = [];
  visit(tree, "element", (element) => {
    if (isFootnotes(element)) return SKIP;
    if (element.tagName !== "ol") return undefined;
    const items = element.children.filter((child) => child.type === "element" && child.tagName === "li");
    lists.push([Number(element.properties.start ?? 1), items.length]);
    return undefined;
  });
  return lists;
}

/** The same as pandoc reads it from a Word file. */
async function listsOf(file: string): Promise<[start: number, items: number][]> {
  const { stdout } = await promisify(execFile)("pandoc", ["-f", "docx", "-t", "json", file], { maxBuffer: 2 ** 28 });
  const lists: [number, number][] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === "object" && node !== null) {
      const { t, c } = node as { t?: string; c?: [[number], unknown[]] }; // pandoc's own tree
      if (t === "OrderedList" && c) lists.push([c[0][0], c[1].length]);
      Object.values(node).forEach(walk);
    }
  };
  walk(JSON.parse(stdout).blocks);
  return lists;
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
