import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse, parseDocument } from "yaml";
import { bookSchema } from "../../src/config/json-schema.js";
import { parseConfig } from "../../src/config/read-config.js";
import { frontMatterSchema } from "../../src/library/reading/front-matter-schema.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

/** Says of a text of YAML whether somebody else's validator accepts it: an editor's. */
function open(schema: object): (text: string) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (text) => {
    validate(parseDocument(text).toJS() ?? {});
    return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
  };
}

/** Whether the program itself refuses it. */
function refuses(text: string): boolean {
  try {
    parseConfig(text, "book.yaml");
    return false;
  } catch {
    return true;
  }
}

describe("the schema of book.yaml", async () => {
  const wrongs = open(bookSchema());
  const readme = await readFile(join(ROOT, "README.md"), "utf8");
  const shown = /## Configuration[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";

  it.each([
    ["our own", readFileSync(join(ROOT, "book.yaml"), "utf8")],
    ["that of a new library", readFileSync(join(ROOT, "starter/book.yaml"), "utf8")],
    ["the README's", shown],
    ["an empty one", ""],
    [
      "rules of reading",
      'read: [{ files: "a/*", as: skip }, { files: [b], fields: { title: ["# *", file], x: { in: y, with: all } } }]',
    ],
    ["rules at levels", 'rules: { related-is-mutual: off, images-have-alt: { "a/**": info } }'],
    ["a trim in millimetres", "pdf: { trim: { width: 150mm, height: 220mm }, cover: false, press: false }"],
  ])("accepts %s, as the program does", (_, text) => {
    expect(wrongs(text)).toEqual([]);
    expect(refuses(text)).toBe(false);
  });

  it.each([
    ["an unknown key", "colour: red"],
    ["an unknown key of the book", "book: { titel: Patterns }"],
    ["a number for a title", "book: { title: 3 }"],
    ["an unknown trim", "pdf: { trim: octavo }"],
    ["a text for a switch", "docx: { cards: never }"],
    ["an unknown rule", "rules: { all-is-well: off }"],
    ["an unknown level", "rules: { title-is-plain: loud }"],
    ["a limit below zero", "limits: { seconds: -1 }"],
    ["a list for the source", "source: [a, b]"],
  ])("refuses %s, as the program does", (_, text) => {
    expect(wrongs(text)).not.toEqual([]);
    expect(refuses(text)).toBe(true);
  });
});

describe("the schema of front matter", async () => {
  const wrongs = open(frontMatterSchema());
  const heads = async (folder: string): Promise<{ name: string; text: string }[]> => {
    const names = (await readdir(join(ROOT, folder), { recursive: true })).filter((name) => name.endsWith(".md"));
    const texts = await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(join(ROOT, folder, name), "utf8") })),
    );
    return texts.flatMap(({ name, text }) => {
      const head = /^---\n([\s\S]*?)\n---/.exec(text)?.[1];
      return head === undefined ? [] : [{ name, text: head }];
    });
  };

  it("accepts every pattern of ours, and those of a new library", async () => {
    const all = [...(await heads("patterns")), ...(await heads("starter"))];
    expect(all.length).toBeGreaterThan(50);
    for (const { name, text } of all) expect(wrongs(text), name).toEqual([]);
  });

  it.each([
    ["tags as a list", "title: A\ntags: [a, b]"],
    ["tags as a map", "title: A\ntags: { universality: domain, domain: governance }"],
    ["a map of the third generation", "ontology: { domain: x, commons_domain: [a] }"],
    [
      "relations as texts, maps and one alone",
      "related: [a, { slug: b, weight: 0.5 }]\nenables: c\nrequires: { id: d }",
    ],
    ["fields of the library's own", "maturity: validated\nscores_of_ours: [1, 2]"],
    ["a day, a second and a year", "created: 2026-02-03\nmodified: 2026-02-03T10:00:00Z\ndate: 2026"],
    ["a wikilink without quotes", "related: [[[Fair rota]]]"],
  ])("accepts %s", (_, text) => {
    expect(wrongs(text)).toEqual([]);
  });

  it.each([
    ["an id that is no TypeID", "id: pattern-7"],
    ["a slug with capitals", "slug: Fair Rota"],
    ["a level that there is not", "tags: { universality: cosmic }"],
    ["a score beyond the scale", "tags: { commons_alignment: 9 }"],
    ["a weight beyond one", "related: [{ slug: a, weight: 3 }]"],
    ["a date in words", "created: last spring"],
    ["an address without a scheme", "page_url: example.org/a"],
  ])("refuses %s", (_, text) => {
    expect(wrongs(text)).not.toEqual([]);
  });
});

describe("pattern-press schema", () => {
  it("prints them, and says what there is", async () => {
    const cwd = temporaryFolder();
    const book = await program(["schema", "book"], { cwd });
    expect(JSON.parse(book.stdout)).toEqual(JSON.parse(JSON.stringify(bookSchema())));
    const pattern = await program(["schema", "pattern"], { cwd });
    expect(JSON.parse(pattern.stdout)).toEqual(JSON.parse(JSON.stringify(frontMatterSchema())));
    const wrong = await program(["schema", "patern"], { cwd });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("expected pattern");
  });
});

describe("a book.yaml that init writes names its schema", () => {
  it.each([[["init", "."]], [["init", ".", "--from", "texts"]]])("%j", async (args) => {
    const parent = temporaryFolder();
    // As npm leaves it, where the program is installed in a folder above.
    mkdirSync(join(parent, "node_modules/pattern-press/schemas"), { recursive: true });
    writeFileSync(join(parent, "node_modules/pattern-press/schemas/book.json"), "{}");
    const cwd = join(parent, "book");
    mkdirSync(cwd);
    const texts = join(parent, "texts");
    mkdirSync(texts);
    writeFileSync(join(texts, "a.md"), "# A\n\nWords.\n");
    const made = await program(
      args.map((arg) => (arg === "texts" ? "../texts" : arg)),
      { cwd },
    );
    expect(made.status, made.stderr).toBe(0);
    const text = readFileSync(join(cwd, "book.yaml"), "utf8");
    const [, path = ""] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect(existsSync(join(cwd, path)), path).toBe(true);
    expect(parse(text)).toHaveProperty("book");
  });

  it("by its address on the web, where the program is not installed beside it", async () => {
    const cwd = temporaryFolder();
    await program(["init"], { cwd });
    expect(readFileSync(join(cwd, "book.yaml"), "utf8")).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/unpkg\.com\/pattern-press@[\d.]+\/schemas\/book\.json\n/,
    );
  });
});
