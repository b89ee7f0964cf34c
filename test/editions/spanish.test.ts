import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseConfig } from "../../src/config/read-config.js";
import { FORMATS } from "../../src/formats/index.js";
import { readText } from "../support/dataset.js";
import { buildEditions, ROOT, temporaryFolder } from "../support/editions.js";

const run = promisify(execFile);
const SOURCE = join(ROOT, "test/fixtures/tongues");
const out = join(temporaryFolder(), "out");
const config = parseConfig(
  `
book: { title: Ovens, language: en }
languages:
  es: { book: { title: Hornos y pozos, slug: hornos, description: Dos patrones. } }
docx: { packs: [{ name: inicio, title: Para empezar, select: "slug=horno,pozo", with: both }] }
`,
  "book.yaml",
  "es",
);

beforeAll(async () => {
  await buildEditions({ source: SOURCE, out, formats: [...FORMATS], config });
}, 300_000);

describe("the Spanish book of a library in two languages", () => {
  it("has no English word of ours, in any edition", async () => {
    const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
    const [english, spanish] = ["en", "es"].map((language) => words(wordsOf(language)));
    // Its own words; what the two originals are called, and their language; names of programs, faces and licences.
    const own = readdirSync(join(SOURCE, "es")).map((file) => readFileSync(join(SOURCE, "es", file), "utf8"));
    const named = words(`${own.join(" ")} English The Oven The Well Open Source Sans Serif Code Pattern Press`);
    const ours = new Set([...(english ?? [])].filter((word) => !spanish?.has(word) && !named.has(word)));
    expect(ours.size).toBeGreaterThan(300);
    for (const [place, text] of await textsIn(out)) {
      expect(
        [...words(text)].filter((word) => ours.has(word)),
        place,
      ).toEqual([]);
    }
  });

  it("says its language where each format says it", async () => {
    const opened = ["--qdf", "--object-streams=disable", join(out, "book/hornos.pdf"), "-"];
    const { stdout: pdf } = await run("qpdf", opened, { encoding: "latin1", maxBuffer: 1 << 28 });
    expect(pdf).toMatch(/\/Lang (?:\(es\)|<feff00650073>)/);
    expect(readFileSync(join(out, "dataset/index.html"), "utf8")).toMatch(/<html[^>]* lang="es"/);
    const entries = readEntries(join(out, "epub/hornos.epub"));
    expect(entries.get("OEBPS/content.opf")).toContain("<dc:language>es</dc:language>");
    for (const [name, text] of entries) if (name.endsWith(".xhtml")) expect(text, name).toMatch(/<html[^>]* lang="es"/);
    const handout = readEntries(join(out, "handouts/001-horno.docx"));
    expect(handout.get("word/styles.xml")).toContain('<w:lang w:val="es"');
  });

  it("leads to what says the same in English, in that language's own words", () => {
    const [page] = [...readEntries(join(out, "epub/hornos.epub"))].filter(([, text]) =>
      text.includes('<h1 class="title" id="horno.title">'),
    );
    expect(page?.[1]).toMatch(
      /<a href="https:\/\/ovens\.example\/oven" (?:[^>]* )?hreflang="en"[^>]*>English: The Oven<\/a>/,
    );
    expect(page?.[1]).toContain("En otras lenguas");
    const handout = readEntries(join(out, "handouts/001-horno.docx"));
    expect(handout.get("word/_rels/document.xml.rels")).toContain("https://ovens.example/oven");
  });

  it("breaks words as Spanish does: a line goes on with a consonant that a vowel follows", async () => {
    const { stdout: text } = await run("pdftotext", ["-layout", join(out, "book/hornos.pdf"), "-"]);
    const breaks = [...text.matchAll(/(\p{L}+)[\u00ad-]\n\s*(\p{L}+)/gu)];
    expect(breaks.length).toBeGreaterThan(5);
    const wrong = breaks.filter(
      ([, , rest = ""]) => !/^(?:[bcfgpt][lr]|dr|ch|ll|rr|qu|[b-df-hj-np-tv-zñ])?[aeiouáéíóúü]/i.test(rest),
    );
    expect(wrong.map(([whole]) => whole)).toEqual([]);
    expect(text.replace(/[\u00ad-]\n\s*/g, "").replace(/\s+/g, " ")).toContain("«el horno es nuestro»");
  });

  it("names sections by what they are for, and links to the twin of an English pattern", () => {
    const records = readText(out, "patterns.jsonl.gz").trim().split("\n");
    const [oven] = records.map((line): { sections: { role: string }[]; relations: { target_slug: string }[] } =>
      JSON.parse(line),
    );
    expect(oven?.sections.map(({ role }) => role)).toEqual([
      "problem",
      "forces",
      "solution",
      "consequences",
      "references",
      "footnotes",
    ]);
    expect(oven?.relations.map(({ target_slug }) => target_slug)).toEqual(["pozo"]);
  });
});

/** The texts in a zip, by their paths. */
function readEntries(file: string): Map<string, string> {
  const files = Object.entries(unzipSync(readFileSync(file)));
  return new Map(
    files
      .filter(([name]) => /\.(?:\w*xml|opf|ncx|xhtml|rels)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

/** All words of the interface in a language. */
function wordsOf(language: string): string {
  const leaves = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(leaves)
        : [];
  return leaves(parse(readFileSync(join(ROOT, `templates/locales/${language}.yaml`), "utf8"))).join("\n");
}

/** What readers see, or hear, of each edition. */
async function textsIn(folder: string): Promise<[place: string, text: string][]> {
  const files = (path: string, end: string): string[] =>
    readdirSync(join(folder, path), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(end))
      .map((name) => join(folder, path, name));
  const inside = (file: string, parts: RegExp): [string, string][] =>
    [...readEntries(file)]
      .filter(([name]) => parts.test(name))
      .map(([name, text]) => [`${file}:${name}`, visible(text)]);
  return [
    ...(await Promise.all(
      files("book", ".pdf").map(
        async (file): Promise<[string, string]> => [file, (await run("pdftotext", [file, "-"])).stdout],
      ),
    )),
    ...files("epub", ".epub").flatMap((file) => inside(file, /\.(?:xhtml|ncx)$/)),
    ...files("handouts", ".docx").flatMap((file) =>
      inside(file, /^word\/(?:document|footnotes|header\d*|footer\d*)\.xml$/),
    ),
    // Files are called as programs know them, and letters of a checksum are no word.
    [
      "index.html",
      visible(withoutEnglish(readFileSync(join(folder, "dataset/index.html"), "utf8"))).replace(
        /https:\S+|[\w.-]+\.\w+|\w+\/|\b[\da-f]{64}\b/g,
        " ",
      ),
    ],
  ];
}

/** A page without what it says is English: the text of the README. */
function withoutEnglish(page: string): string {
  const tree = fromHtml(page);
  visit(tree, "element", (element, at, parent) => {
    if (element.properties.lang !== "en" || !parent || at === undefined) return undefined;
    parent.children.splice(at, 1);
    return [SKIP, at];
  });
  return unified().use(rehypeStringify).stringify(tree);
}

function visible(markup: string): string {
  const plain = markup.replace(/<(style|script)[^>]*>.*?<\/\1>|<w:instrText[^>]*>.*?<\/w:instrText>/gs, " ");
  const said = [...plain.matchAll(/\b(?:alt|aria-label|title|descr)="([^"]*)"/g)].map(([, words]) => words);
  return `${plain.replace(/<\/?w:(?:r|t|rPr)\b[^>]*>/g, "").replace(/<[^>]*>/g, " ")} ${said.join(" ")}`.replace(
    /&#?\w+;/g,
    " ",
  );
}
