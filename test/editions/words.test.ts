import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { SKIP, visit } from "unist-util-visit";
import { beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../src/formats/index.js";
import { isFootnotes } from "../../src/library/body/footnotes.js";
import { toPlainText } from "../../src/library/body/plain-text.js";
import type { Library } from "../../src/library/library.js";
import type { Body, NumberedPattern } from "../../src/library/pattern.js";
import { type EditionName, markupToText, openEditions } from "../support/edition-texts.js";
import { buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
import { OWN_BOOK, printings } from "../support/own-library.js";
import { missingAtAll, missingInOrder, withoutRuns, wordsOf } from "../support/words.js";

const run = promisify(execFile);
const SOURCE = join(ROOT, "patterns");

describe("every word of our own library", () => {
  const out = join(temporaryFolder(), "out");
  let library: Library;
  const said: string[] = [];

  beforeAll(async () => {
    ({ library } = await buildEditions({ source: SOURCE, out, config: OWN_BOOK, formats: FORMATS, said }));
  });

  it("is printed once, for all who read our own book", () => {
    expect(printings(said)).toBeLessThanOrEqual(1);
  });

  it.each<EditionName>(["pdf", "epub", "docx", "jsonld"])("is in the %s edition, in order", async (name) => {
    const edition = await openEditions(out)[name]();
    const missing = await collect(library.patterns, async (pattern) => {
      const needles = wordsOfBody(pattern, await library.body(pattern), name);
      const words = wordsOf(await edition.text(pattern));
      if (name !== "pdf") return [...missingInOrder(needles, words), ...missingAtAll(labelsOfDiagrams(pattern), words)];
      // Poppler reads some tables by their columns: none of their words may be missing, the order is that of the rest.
      const running = wordsOfRunningText(pattern, await library.body(pattern));
      return [...missingInOrder(running, words), ...missingAtAll(needles, words)];
    });
    expect(missing).toEqual({});
  });

  it.skipIf(!existsSync("/usr/bin/pandoc"))(
    "is in the normalised body, as pandoc reads the source, and no other",
    async () => {
      const differences = await collect(library.patterns, async (pattern) => {
        const theirs = wordsOf(await readWithPandoc(pattern));
        const ours = wordsOfBody(pattern, await library.body(pattern), "jsonld");
        return [...missingInOrder(theirs, ours), ...missingInOrder(ours, theirs).map((words) => `added: ${words}`)];
      });
      expect(differences).toEqual({});
    },
  );
});

/** What is found for each pattern, by slug; nothing for those where all is well. */
async function collect(
  patterns: readonly NumberedPattern[],
  find: (pattern: NumberedPattern) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const pattern of patterns) {
    const lines = await find(pattern);
    if (lines.length > 0) found[pattern.slug] = lines;
  }
  return found;
}

/**
 * The words of a normalised body: headings, sections, footnotes. What is drawn in print is no text there; elsewhere a
 * diagram is told in other words than those of its source.
 */
function wordsOfBody(pattern: NumberedPattern, { sections, tree }: Body, edition: EditionName): string[] {
  const footnotes = tree.children.filter(isFootnotes);
  const words = wordsOf([...sections.flatMap(({ title, text }) => [title, text]), toPlainText(footnotes)].join("\n"));
  if (edition === "jsonld") return words;
  return edition === "pdf" ? withoutDrawings(words, pattern) : withoutRuns(words, sourcesOfDiagrams(pattern));
}

/** The words of a body's tree that stand in no table and in no drawing. */
function wordsOfRunningText(pattern: NumberedPattern, { tree }: Body): string[] {
  visit(tree, "element", (element, index, parent) => {
    if (element.tagName !== "table" || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return withoutDrawings(wordsOf(toPlainText(tree.children)), pattern);
}

function withoutDrawings(words: string[], pattern: NumberedPattern): string[] {
  return withoutRuns(words, [...sourcesOfDiagrams(pattern), ...pattern.body.images.map(({ alt }) => alt)]);
}

function sourcesOfDiagrams({ body }: NumberedPattern): string[] {
  return body.diagrams.map(({ source }) => source);
}

/** What a diagram shows in words: what stands in the brackets of its things and on its arrows. */
function labelsOfDiagrams(pattern: NumberedPattern): string[] {
  const labels = sourcesOfDiagrams(pattern).flatMap(
    (source) => source.match(/(?<=[[({|"])[^[\](){}|"]+(?=[\])}|"])/g) ?? [],
  );
  return wordsOf(labels.join("\n"));
}

/** The words of a source file by pandoc's reading of GitHub's Markdown, without what was taken out. */
async function readWithPandoc({ source, body }: NumberedPattern): Promise<string> {
  const lines = (await readFile(join(SOURCE, source.path), "utf8")).split("\n");
  for (const { text, place } of body.omissions) {
    lines[place.line - 1] = lines[place.line - 1]?.replace(text, "") ?? "";
  }
  const markdown = lines.slice(lines.indexOf("---", 1) + 1).join("\n");
  const pandoc = run("pandoc", ["-f", "gfm", "-t", "html", "--wrap=none"], { maxBuffer: 1 << 26 });
  pandoc.child.stdin?.end(markdown);
  return markupToText((await pandoc).stdout);
}
