import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/read-config.js";
import { FormatFault } from "../../src/extensions/format-fault.js";
import { guardFormat } from "../../src/extensions/guard-format.js";
import type { Artifact, Context } from "../../src/formats/format.js";
import type { Library } from "../../src/library/library.js";
import { countBorrowed, hasLocale, readLocale, word } from "../../src/page/locale.js";
import { templateFolders } from "../../src/page/template-files.js";
import { readTokens } from "../../src/page/tokens.js";
import { temporaryFolder } from "../support/editions.js";
import { documentedModules, patternFile, refusal, writeFiles } from "../support/extensions.js";
import { program, type Run } from "../support/program.js";

describe("the format of docs/extend.md", () => {
  const cwd = temporaryFolder();
  const run = (...args: string[]): Promise<Run> => program(args, { cwd });
  const written = (path: string): string => readFileSync(join(cwd, "output", path), "utf8");

  beforeAll(() => {
    const book = "extend: [./suomi.mjs, ./reading-list.mjs]\ntokens: large-print\nbook: { language: fi }\n";
    writeFiles(cwd, { ...documentedModules(), "book.yaml": book, "patterns/a.md": patternFile("Oven") });
  });

  it("is chosen by its name, and made, listed and named with its module in the manifest", async () => {
    expect((await run("build", "--format", "reading-list", "--jobs", "1")).status).toBe(0);
    expect(written("reading-list.txt")).toBe("Patterns\n\n1. Oven\n");
    const manifest = JSON.parse(written("manifest.json"));
    expect(manifest.editions).toMatchObject([{ name: "reading-list" }]);
    expect(manifest.artifacts).toMatchObject([{ path: "reading-list.txt", edition: "reading-list" }]);
    expect(manifest.extensions.map(({ name }: { name: string }) => name)).toEqual([
      "./suomi.mjs",
      "./reading-list.mjs",
    ]);
    expect(written("manifest.json")).not.toContain(cwd);
    const sums = written("SHA256SUMS");
    rmSync(join(cwd, "output"), { recursive: true });
    await run("build", "--format", "reading-list", "--jobs", "1", "--no-cache");
    expect(written("SHA256SUMS")).toBe(sums);
  });

  it("stands in help beside ours, and in the message about a format that is not there", async () => {
    const { stdout, status } = await run("build", "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("pdf, epub, docx, jsonld, reading-list:");
    expect(stdout).toMatch(
      /Extensions of book\.yaml:\n {2}\.\/suomi\.mjs +words in fi; tokens large-print, night\n {2}\.\/reading-list\.mjs +formats reading-list/,
    );
    const { stderr } = await run("build", "--format", "reading-lists");
    expect(stderr).toContain(
      "(did you mean “reading-list”?); expected one or more of pdf, epub, docx, jsonld, reading-list",
    );
  });

  it("that fails is told as its extension's fault, and the other editions are built if they are to be", async () => {
    const broken = documentedModules()["reading-list.mjs"]?.replace("const lines =", "null.lines; const lines =") ?? "";
    writeFiles(cwd, { "reading-list.mjs": broken });
    const stopped = await run("build", "--format", "jsonld,reading-list", "--jobs", "1");
    expect(stopped.status).toBe(1);
    expect(stopped.stdout).toMatch(
      /the format reading-list of \.\/reading-list\.mjs fails \(Cannot read properties of null/,
    );
    expect(stopped.stdout + stopped.stderr).not.toMatch(/\n\s+at |fault of pattern-press/);
    expect(written("reading-list.txt")).toContain("Oven");
    const kept = await run("build", "--format", "jsonld,reading-list", "--jobs", "1", "--keep-going");
    expect(kept.status).toBe(1);
    expect(JSON.parse(written("manifest.json")).editions).toMatchObject([{ name: "jsonld" }]);
  });
});

describe("a file of an extension's format", () => {
  const library = {} as Library; // it is only handed through
  const context = { fingerprint: "f" } as Context; // so is this

  async function make(...files: unknown[]): Promise<unknown> {
    const format = guardFormat(
      {
        name: "list",
        async *render() {
          yield* files as Artifact[]; // whatever an extension yields
        },
      },
      { name: "./a.mjs", sha256: "s", gives: "" },
    );
    try {
      const made: unknown[] = [];
      for await (const one of format.render(library, context)) made.push(one);
      return made.length;
    } catch (error) {
      return error instanceof FormatFault ? error.finding.found : error;
    }
  }
  const file = (more: object): object => ({
    path: "a/b.txt",
    mediaType: "text/plain",
    content: Buffer.from("a"),
    ...more,
  });

  it("is taken as it is", async () => {
    expect(await make(file({}), file({ path: "ä b.txt" }), file({ path: "c", content: { file: "/tmp/x" } }))).toBe(3);
  });

  it.each([
    ["climbs", [file({ path: "../a.txt" })], "a file: path: found “../a.txt”"],
    ["is absolute", [file({ path: "/etc/a" })], "expected a path of its own"],
    ["is Windows'", [file({ path: "a\\b" })], "expected a path of its own"],
    ["is a list of ours", [file({ path: "manifest.json" })], "found “manifest.json”"],
    ["lies in a folder of ours", [file({ path: "dataset/a.csv" })], "found “dataset/a.csv”"],
    ["comes twice", [file({}), file({})], "found “a/b.txt” twice"],
    ["has no kind", [file({ mediaType: "text" })], "mediaType: found “text”; expected a media type"],
    ["is a text", [file({ content: "a" })], "content: found “a”; expected bytes"],
    ["has a stranger's key", [file({ size: 1 })], "found “size”; expected only path"],
    ["is nothing", [undefined], "a file: found nothing; expected { path"],
    ["says where patterns stand, though it gives no place", [{ stands: { print: new Map() } }], "stands: found print"],
  ])("that %s is told", async (_, files, told) => {
    expect(await make(...files)).toContain(told);
  });
});

describe("words and tokens of an extension", () => {
  const cwd = temporaryFolder();
  const config = async (yaml: string) => {
    writeFiles(cwd, { ...documentedModules(), "book.yaml": yaml });
    return readConfig(join(cwd, "book.yaml"));
  };

  it("are laid between the user's templates and ours; what is missing stays English, marked", async () => {
    writeFiles(cwd, { "house/tokens.yaml": "scale: { note: 9 }\n" });
    const { templates, shelves } = await config("extend: [suomi.mjs]\ntokens: large-print\ntemplates: house\n");
    const folders = templateFolders(templates, shelves);
    expect(readTokens(folders).scale).toMatchObject({ text: 14, note: 9, meta: 12 });
    expect(hasLocale(folders, "fi")).toBe(true);
    const locale = readLocale(folders, "fi", {});
    expect(word(locale, "contents")).toBe("Sisällys");
    const { words, borrowed } = countBorrowed(locale);
    expect(borrowed).toBe(words - 1);
  });

  it("that are not chosen change nothing", async () => {
    const { shelves } = await config("extend: [suomi.mjs]\n");
    expect(readTokens(templateFolders(undefined, shelves))).toEqual(readTokens(templateFolders(undefined)));
  });

  it.each([
    [
      "a preset that is not there",
      "extend: [suomi.mjs]\ntokens: day\n",
      "book.yaml:2:9: tokens: there is no preset “day”; expected one of large-print, night",
    ],
    ["a preset of nobody", "tokens: day\n", "expected the name of a preset that an extension brings"],
    ["extensions of one language", "languages: { fi: { extend: [./suomi.mjs] } }\n", "expected no extend here"],
    ["no list", "extend: ./suomi.mjs\n", "book.yaml:1:9: extend: expected a list of modules, such as [./mine.mjs]"],
    [
      "a mistake",
      "extend:\n  - ./suomi.mjs\n  - ./gone.mjs\n",
      "book.yaml:3:5: extend.1: ./gone.mjs: found no such file",
    ],
  ])("%s is told with its place", async (_, yaml, told) => {
    await expect(config(yaml)).rejects.toThrow(told);
  });

  it.each([
    ["a colour that is none", "tokens: { a: { colours: { ink: 'red' } } }", "tokens.a: colours.ink: expected a colour"],
    ["a token that is none", "tokens: { a: { scale: { texts: 3 } } }", "tokens.a: scale.texts: there is no such token"],
    ["tokens without a name", "tokens: { scale: 3 }", "tokens.scale: found 3; expected tokens by their keys"],
    [
      "a font from elsewhere",
      "tokens: { a: { fonts: { text: { family: 'X', files: { 400: './../x.ttf' } } } } }",
      "found the file ./../x.ttf",
    ],
    ["a language that is none", "locales: { '../x': {} }", "locales.../x: found"],
    ["words that are none", "locales: { fi: { contents: 3 } }", "locales.fi: contents: expected words"],
    [
      "a format of our name",
      "formats: [{ name: 'pdf', async *render() {} }]",
      "formats.0.name: found “pdf”, which is ours",
    ],
    ["a format without work", "formats: [{ name: 'list' }]", "formats.0.render: found nothing; expected a function"],
    [
      "a place that is none",
      "formats: [{ name: 'list', needs: ['page'], render() {} }]",
      "formats.0.needs.0: found “page”; expected one of print",
    ],
  ])("%s is told", async (name, body, told) => {
    const file = `${name.replaceAll(" ", "-")}.mjs`;
    writeFiles(cwd, { [file]: `export default { ${body} };` });
    expect(await refusal(cwd, file)).toContain(told);
  });
});

describe("a theme", () => {
  const cwd = temporaryFolder();
  writeFiles(cwd, {
    "node_modules/pattern-press-theme-x/package.json": "{}",
    "node_modules/pattern-press-theme-x/templates/tokens.yaml": "line: 20\n",
    "node_modules/@house/theme/tokens.yaml": "line: 21\n",
    "book/house/tokens.yaml": "line: 22\n",
    "book/a-theme/tokens.yaml": "line: 23\n",
    "node_modules/a-theme/tokens.yaml": "line: 24\n",
  });

  it.each([
    ["a package", "pattern-press-theme-x", 20],
    ["a package of somebody's", '"@house/theme"', 21],
    ["a folder", "./house", 22],
    ["a folder rather than a package", "a-theme", 23],
  ])("is %s", async (_, templates, line) => {
    writeFiles(cwd, { "book/book.yaml": `templates: ${templates}\n` });
    const config = await readConfig(join(cwd, "book/book.yaml"));
    expect(readTokens(templateFolders(config.templates)).line).toBe(line);
  });
});
