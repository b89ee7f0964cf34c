import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadExtensions } from "../../src/extensions/load.js";
import { openPlugins } from "../../src/extensions/open-plugins.js";
import { SourceError } from "../../src/library/failure.js";
import { parseSource } from "../../src/library/parse-file.js";
import { check } from "../../src/library/rules/index.js";
import type { Finding } from "../../src/library/rules/rule.js";
import { readText } from "../support/dataset.js";
import { temporaryFolder } from "../support/editions.js";
import { documentedModules, patternFile, writeFiles } from "../support/extensions.js";
import { readFolder } from "../support/library.js";
import { program, type Run } from "../support/program.js";

const LONG = "A Title That Goes On For Much Longer Than Anybody Reads";
const PATTERNS = { "patterns/long.md": patternFile(LONG), "patterns/short.md": patternFile("Oven", "Bread (c).") };

describe("the modules of docs/extend.md", () => {
  const cwd = temporaryFolder();
  const run = (...args: string[]): Promise<Run> => program([...args, "--jobs", "1"], { cwd });
  const record = (): string => readText(join(cwd, "output"), "patterns.jsonl.gz");

  beforeAll(() => {
    const book = "extend: [./house.mjs, ./signs.mjs]\nrules: { titles-are-short: error }\n";
    writeFiles(cwd, { ...documentedModules(), ...PATTERNS, "book.yaml": book });
  });

  it("tell of a long title as grave as book.yaml has it, and change the text in every edition", async () => {
    const found: Finding[] = JSON.parse((await run("check", "--reporter", "json")).stdout);
    expect(found.filter(({ rule }) => rule === "titles-are-short")).toMatchObject([
      { severity: "error", file: "long.md", place: { line: 3 }, found: "a title of 55 letters" },
    ]);
    expect((await run("explain", "titles-are-short")).stdout).toBe(
      'titles-are-short: A title has at most forty letters. (warning, a rule of ./house.mjs; book.yaml sets it to "error")\n',
    );
    const { status, stdout } = await run("build", "--format", "jsonld", "--keep-going", "--verify");
    expect(stdout).not.toContain("Not found:");
    expect(status).toBe(1);
    expect(record()).toContain("Bread ©.");
    expect(record()).toContain("Try it for a season, then tell us.");
  });

  it("are kept from build to build, and made anew with what they import", async () => {
    writeFiles(cwd, { "letters.mjs": 'export const LETTERS = { c: "(copied)", r: "®", tm: "™" };\n' });
    await run("build", "--format", "jsonld", "--keep-going");
    expect(record()).toContain("Bread (copied).");
  });

  it("one with a mistake ends the command with its place in book.yaml, and no trace", async () => {
    writeFiles(cwd, { "letters.mjs": "\nexport const LETTERS = {{;\n" });
    const { status, stderr } = await run("check");
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^book\.yaml:1:23: extend\.1: \.\/signs\.mjs: found a module that cannot be run \(SyntaxError: .* at \.\/letters\.mjs:2\); expected one that runs/,
    );
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("a rule of an extension", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, PATTERNS);
  const library = await readFolder(join(folder, "patterns"), { store: temporaryFolder() });
  let count = 0;
  async function findings(rule: string): Promise<Finding[]> {
    const name = `rule-${count++}.mjs`;
    const about = 'id: "all-is-well", severity: "warning", summary: "All is well."';
    writeFiles(folder, { [name]: `export default { rules: [{ ${about}, ${rule} }] };` });
    const { rules } = await loadExtensions(folder, [name]);
    return check(library, rules).filter(({ rule }) => /all-is-well|extensions-do-not-fail/.test(rule));
  }

  it("that throws over one pattern is told with it, and asked of the others", async () => {
    const found = await findings(`*check({ patterns }) {
      for (const { title, source } of patterns) {
        if (title === "Oven") throw new TypeError("no bread");
        yield { file: source.path, place: { line: 3, column: 1 }, found: "a pattern", expected: "none", mend: "nothing" };
      }
    }`);
    expect(found).toMatchObject([
      { rule: "all-is-well", severity: "warning", file: "long.md" },
      { rule: "extensions-do-not-fail", severity: "error", file: "short.md" },
    ]);
    expect(found[1]?.found).toBe("a file that the rule all-is-well of ./rule-0.mjs fails with (no bread)");
    expect(found[1]?.expected).toContain("the fault is the extension's");
  });

  it.each([
    ["gives no list", "check() { return 3; }", "not iterable"],
    ["answers later", "async check() { return []; }", "not iterable"],
    ["yields no breach", "check: () => [{ found: 1 }]", "a breach: found: found 1; expected a text"],
    ["yields nothing", "check: () => [undefined]", "a breach: found nothing; expected { file"],
    ["yields a stranger's key", "check: () => [{ found: 'a', expected: 'b', mend: 'c', fix: 'd' }]", "found “fix”"],
    [
      "names no line",
      "check: () => [{ found: 'a', expected: 'b', mend: 'c', place: { line: 0, column: 1 } }]",
      "a line",
    ],
  ])("that %s is told", async (_, rule, told) => {
    const [first] = await findings(rule);
    expect(first).toMatchObject({ rule: "extensions-do-not-fail", severity: "error" });
    expect(first?.found).toContain(told);
  });
});

describe("a plugin of an extension", () => {
  const folder = temporaryFolder();
  let count = 0;
  async function parse(body: string, text = "Bread and soup."): Promise<ReturnType<typeof parseSource>> {
    const name = `plugin-${count++}.mjs`;
    writeFiles(folder, { [name]: `export default { ${body} };` });
    const module = { name: `./${name}`, url: pathToFileURL(join(folder, name)).href, folder };
    const plugins = await openPlugins([module]);
    if ("rule" in plugins) throw new SourceError(plugins);
    return parseSource(Buffer.from(patternFile("Oven", text)), { path: "oven.md", key: "k" }, plugins);
  }

  it.each([
    [
      "throws",
      "remark: [function loud() { return (_, { path }) => { throw new Error(path); }; }]",
      "the plugin remark.0 (loud) of ./",
    ],
    ["throws what is no error", "rehype: [() => () => { throw 'a word'; }]", "fails with (a word)"],
    ["cannot be set up", "rehype: [[(options) => { throw new Error(options); }, 'no luck']]", "fails with (no luck)"],
    ["works later", "remark: [() => async () => {}]", "it gave back a promise"],
    ["gives no tree", "remark: [() => () => 3]", "it gave back something else than a tree"],
    ["gives no function", "rehype: [() => 3]", "it gave back no function"],
    ["gives an error", "rehype: [() => () => new Error('no luck')]", "fails with (no luck)"],
  ])("that %s is told by its name", async (_, body, told) => {
    const failure = await parse(body).then(
      () => undefined,
      (error: unknown) => (error instanceof SourceError ? error.failure : undefined),
    );
    expect(failure).toMatchObject({ rule: "extensions-do-not-fail" });
    expect(failure?.found).toContain(told);
    expect(failure?.expected).toContain("the fault is the extension's, not the file's");
  });

  it("may bring syntax of its own", async () => {
    const syntax = `remark: [function () {
      const text = { 94: { name: "up", tokenize(effects, ok) { return (code) => {
        effects.enter("up"); effects.consume(code); effects.exit("up"); return ok;
      }; } } };
      this.data({ micromarkExtensions: [{ text }], fromMarkdownExtensions: [{ enter: {
        up(token) { this.enter({ type: "text", value: "upwards" }, token); this.exit(token); } } }] });
    }]`;
    const { body } = await parse(syntax, "It goes ^ and on.");
    expect(body.sections.map(({ text }) => text)).toEqual(["It goes upwards and on."]);
  });

  it("may give another tree, and what it says of a file is found with its place", async () => {
    const { pattern, body } = await parse(`remark: [() => (tree, file) => {
      file.message("no soup", tree.children[0], "kitchen:soup");
      return { type: "root", children: [{ type: "paragraph", children: [{ type: "text", value: "Bread." }] }] };
    }]`);
    expect(body.sections.map(({ text }) => text)).toEqual(["Bread."]);
    expect(pattern.observations).toContainEqual({
      rule: "plugins-have-no-remarks",
      found: "no soup",
      detail: "kitchen:soup",
      place: { line: 7, column: 1 },
    });
    expect(pattern.body.omissions).toMatchObject([{ kind: "plugin", text: "and soup", place: { line: 7, column: 1 } }]);
  });

  it("may forget where things stand: what stays has its place", async () => {
    const forget = `remark: [() => function forget(node) {
      delete node.position;
      for (const child of node.children ?? []) forget(child);
    }]`;
    const text = "Bread.\n\n## 2. Soup (12 words)\n\nSoup.";
    const [{ pattern, body }, plain] = [await parse(forget, text), await parse("", text)];
    expect(pattern.body.omissions).toEqual(plain.pattern.body.omissions);
    expect(body.sections).toEqual(plain.body.sections);
  });

  it("adds no HTML that an edition cannot hold", async () => {
    const { body, pattern } = await parse(`rehype: [() => (tree) => { tree.children.push(
      { type: "element", tagName: "script", properties: {}, children: [{ type: "text", value: "run()" }] },
      { type: "element", tagName: "p", properties: { onClick: "run()" }, children: [{ type: "text", value: "Still here." }] },
    ); }]`);
    expect(JSON.stringify(body.tree)).not.toContain("run()");
    expect(body.sections[0]?.text).toContain("Still here.");
    expect(pattern.observations.filter(({ rule }) => rule === "html-is-safe")).toHaveLength(2);
  });
});

describe("a library's own files", () => {
  it("load nothing", async () => {
    const cwd = temporaryFolder();
    const front = "---\ntitle: Oven\nextend: [./mine.mjs]\n---\n\nWords.\n";
    writeFiles(cwd, {
      "patterns/a.md": front,
      "mine.mjs": "process.exit(9);",
      "patterns/mine.mjs": "process.exit(9);",
    });
    expect((await program(["check", "--jobs", "1"], { cwd })).status).toBe(0);
  });
});
