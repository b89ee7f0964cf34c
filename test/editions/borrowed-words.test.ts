import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { defaultConfig } from "../../src/config/read-config.js";
import { dataset } from "../../src/formats/dataset/index.js";
import { docx } from "../../src/formats/docx/index.js";
import { epub } from "../../src/formats/epub/index.js";
import type { Format } from "../../src/formats/format.js";
import type { Word } from "../../src/page/words.js";
import { readText } from "../support/dataset.js";
import { attribute, childOf, findAll, openParts, textIn, textParts } from "../support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
import { type EpubParts, openEpub } from "../support/epub.js";
import { checkEpub } from "../support/epubcheck.js";

const folder = temporaryFolder();
const MARKS = ["\ufdd1", "\ufdd2", "\ufdd3"];

/** What the interface says in a language, as its files have it. */
function interfaceIn(language: string): Set<string> {
  const list = (word: Word): string[] => (typeof word === "string" ? [word] : Object.values(word).flatMap(list));
  const files = ["locales", "groupings/universality"].map((name) => join(ROOT, "templates", name, `${language}.yaml`));
  return new Set(files.flatMap((file) => list(parse(readFileSync(file, "utf8")))));
}

function pattern(slug: string, title: string, language: string, related: string): string {
  return `---
id: pat_01kj000000000000000000${slug}
slug: ${slug}
title: ${title}
${language === "" ? "" : `language: ${language}`}
aliases: [${title} 2]
universality: universal
alignment: 4
status: review
relationships: { related: [${related}], requires: [${related}] }
---

## ${title}

${title}.[^1]

> [!NOTE]
> ${title}.

[^1]: ${title}.
`;
}

async function buildIn(language: string, own: string, files: Record<string, string>): Promise<string> {
  const source = join(folder, language);
  await mkdir(source);
  for (const [name, text] of Object.entries(files)) await writeFile(join(source, name), text);
  const out = join(folder, `${language}-out`);
  const base = defaultConfig();
  const config = { book: { ...base.book, title: own, language } };
  const formats: readonly Format[] = [epub, docx, dataset];
  await buildEditions({ source, out, formats, config });
  return out;
}

/** Every text of a page, with the language of the nearest element that names one. */
function textsIn(node: Nodes, around: string): [text: string, language: string][] {
  if (node.type === "text") return [[node.value.trim(), around]];
  if (!("children" in node)) return [];
  const lang = node.type === "element" ? (node.properties.lang ?? node.properties.xmlLang) : undefined;
  return node.children.flatMap((child) => textsIn(child, typeof lang === "string" ? lang : around));
}

/** The runs of text of a Word file, with the language that each names. */
function runsIn(bytes: Uint8Array, around: string): [text: string, language: string][] {
  const parts = openParts(bytes);
  return textParts(parts).flatMap((part) =>
    findAll(parts.xml(part), "w:r").map((run): [string, string] => {
      const lang = childOf(childOf(run, "w:rPr"), "w:lang");
      return [textIn(run).trim(), attribute(lang, "w:val") || around];
    }),
  );
}

async function filesIn(out: string, ending: string): Promise<string[]> {
  const names = await readdir(out, { recursive: true });
  return names.filter((name) => name.endsWith(ending)).map((name) => join(out, name));
}

describe("a book in a language without words", () => {
  const english = interfaceIn("en");
  let out = "";
  let book: EpubParts;
  /** Words of the interface among texts, and those of them that do not say they are English. */
  const judge = (texts: readonly [string, string][]): { shown: number; silent: [string, string][] } => {
    const shown = texts.filter(([text]) => english.has(text) && /\p{L}/u.test(text));
    return { shown: shown.length, silent: shown.filter(([, language]) => language !== "en") };
  };

  beforeAll(async () => {
    out = await buildIn("he", "ספר", {
      "one.md": pattern("0000", "סדנה", "", "0001"),
      "two.md": pattern("0001", "קופה", "", "0000"),
      "empty.md": "",
    });
    book = await openEpub(join(out, "epub/patterns.epub"));
  }, 120_000);

  it("says of every English word of its e-book that it is English", async () => {
    const pages = book.entries.filter((entry) => entry.endsWith(".xhtml")).map((entry) => entry.replace("OEBPS/", ""));
    const { shown, silent } = judge(pages.flatMap((page) => textsIn(fromHtml(book.text(page)), "")));
    expect(silent).toEqual([]);
    expect(shown).toBeGreaterThan(60);
    expect(book.text("toc.ncx")).toContain('<navLabel xml:lang="en"><text>Index</text></navLabel>');
    expect(book.text("imprint.xhtml")).toMatch(/<h1 id="imprint" lang="en" dir="ltr" xml:lang="en">Imprint/);
    const { messages } = await checkEpub(join(out, "epub/patterns.epub"));
    expect(messages.filter(({ id }) => id !== "CSS-028")).toEqual([]);
  });

  it("says so in its Word files", async () => {
    const files = await filesIn(out, ".docx");
    const runs = await Promise.all(files.map(async (file) => runsIn(await readFile(file), "he")));
    const { shown, silent } = judge(runs.flat());
    expect(silent).toEqual([]);
    expect(shown).toBeGreaterThan(20);
  });

  it("says so on the page of its dataset, and in the names of its linked data", async () => {
    const { shown, silent } = judge(textsIn(fromHtml(await readFile(join(out, "dataset/index.html"), "utf8")), ""));
    expect(silent).toEqual([]);
    expect(shown).toBeGreaterThan(40);
    const turtle = readText(out, "patterns.ttl.gz");
    expect(turtle).toContain('"Universal"@en');
    expect(turtle).not.toContain('"Universal"@he');
  });

  it("keeps the marks of its words to itself", async () => {
    const texts = await Promise.all(
      (await filesIn(out, "")).map((file) => readFile(file).catch(() => Buffer.alloc(0))),
    );
    const holds = (text: Uint8Array): boolean => MARKS.some((mark) => Buffer.from(text).includes(`${mark}en`));
    expect(texts.filter(holds)).toEqual([]);
    for (const file of [...(await filesIn(out, ".docx")), ...(await filesIn(out, ".epub"))]) {
      const parts = Object.entries(unzipSync(await readFile(file))).filter(([name]) =>
        /\.(x?html|xml|opf|ncx)$/.test(name),
      );
      expect(
        parts.filter(([, bytes]) => MARKS.some((mark) => Buffer.from(bytes).includes(mark))).map(([name]) => name),
      ).toEqual([]);
    }
  });
});

describe("a pattern in another language than its book", () => {
  const german = interfaceIn("de");
  const english = interfaceIn("en");
  let out = "";
  const silentIn = (texts: readonly [string, string][]): [string, string][] =>
    texts.filter(([text, language]) => german.has(text) && /\p{Ll}/u.test(text) && language !== "de");

  beforeAll(async () => {
    out = await buildIn("de", "Ein Buch", {
      "one.md": pattern("0000", "Verkstad", "sv", "0001"),
      "two.md": pattern("0001", "Werkstatt", "", "0000"),
      "three.md": pattern("0002", "Yard", "en", "0001"),
    });
  }, 120_000);

  it("has the words of its own language round it, and of others the titles, which say so", async () => {
    const book = await openEpub(join(out, "epub/patterns.epub"));
    const texts = textsIn(fromHtml(book.text("3.xhtml")), "");
    expect(texts).toContainEqual(["Yard", "en"]);
    const shown = texts.filter(([text]) => english.has(text) && /\p{Ll}/u.test(text));
    expect(shown.map(([text]) => text)).toEqual(
      expect.arrayContaining(["also known as", "See also", "Requires", "Short name", "Notes"]),
    );
    expect(shown.filter(([, language]) => language !== "en")).toEqual([]);
    expect(texts.filter(([text]) => german.has(text) && !english.has(text))).toEqual([]);
    expect(texts).toContainEqual(["Werkstatt", "de"]);
    expect(book.text("3.xhtml")).toContain('aria-label="Relations: Requires, See also"');
    // What is the book's is in its language.
    expect(book.text("toc.xhtml")).toContain("Inhalt");
    const [handout = ""] = (await filesIn(out, ".docx")).filter((file) => file.endsWith("0002.docx"));
    const runs = runsIn(await readFile(handout), "en");
    expect(runs).toContainEqual(["See also", "en"]);
    expect(runs).toContainEqual(["Ein Buch", "de"]);
    expect(runs).toContainEqual(["Werkstatt", "de"]);
    expect(runs.filter(([text]) => german.has(text) && !english.has(text))).toEqual([]);
  });

  it("has the words of its book round it where there are none of its own, which say so", async () => {
    const book = await openEpub(join(out, "epub/patterns.epub"));
    const texts = textsIn(fromHtml(book.text("1.xhtml")), "");
    expect(silentIn(texts)).toEqual([]);
    expect(texts).toContainEqual(["Verkstad", "sv"]);
    expect(texts).toContainEqual(["Siehe auch", "de"]);
    const [handout = ""] = (await filesIn(out, ".docx")).filter((file) => file.endsWith("0000.docx"));
    const runs = runsIn(await readFile(handout), "sv");
    expect(silentIn(runs)).toEqual([]);
    expect(runs).toContainEqual(["Siehe auch", "de"]);
    expect(runs).toContainEqual(["Ein Buch", "de"]);
  });
});
