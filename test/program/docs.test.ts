import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseConfig } from "../../src/config/read-config.js";
import { FORMATS } from "../../src/formats/index.js";
import { parseSelection } from "../../src/library/select.js";
import { readLocale } from "../../src/page/locale.js";
import { templateFolders } from "../../src/page/template-files.js";
import { openTemplates } from "../../src/page/templates.js";
import { inspectHouse } from "../../src/restyling/inspect.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

const pages = [
  "README.md",
  ...readdirSync(join(ROOT, "docs")).flatMap((name) => (/\.md$/.test(name) ? `docs/${name}` : [])),
];
const textOf = (page: string): string => readFileSync(join(ROOT, page), "utf8");

/** A block of code of a page: its language, and the file that it is of. */
interface Block {
  page: string;
  language: string;
  file: string;
  text: string;
}

function blocksOf(page: string): Block[] {
  return [...textOf(page).matchAll(/^```(\w+)(?: (.+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", file = "book.yaml", text = ""]) => ({ page, language, file, text }),
  );
}

const blocks = pages.flatMap(blocksOf);
const named = (language: string, file: RegExp): [string, Block][] =>
  blocks
    .filter((block) => block.language === language && file.test(block.file))
    .map((block) => [`${block.page}: ${block.text.split("\n")[0]}`, block]);

/** The words of a line as a shell parts them. */
function wordsOf(line: string): string[] {
  return [...line.replace(/(^|\s)#.*$/, "").matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/g)].map(
    ([, a, b, c]) => a ?? b ?? c ?? "",
  );
}

const lines = named("sh", /./).flatMap(([, { page, text }]) =>
  text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [[`${page}: ${line}`, line] as const])),
);
const commands = ["build", "check", "verify", "diff", "explain", "init", "schema", "theme", "browser"];

describe("the commands of the pages", () => {
  const helps = new Map<string, string>();
  beforeAll(async () => {
    for (const command of commands) helps.set(command, (await program([command, "--help"], { cwd: ROOT })).stdout);
  });

  it.each(lines)("%s", (_, line) => {
    const [first = "", second = "", ...rest] = wordsOf(line);
    if (["cd", "git", "npm"].includes(first)) return;
    if (first === "make") {
      expect(readFileSync(join(ROOT, "Makefile"), "utf8")).toMatch(new RegExp(`^${second || "all"}:`, "m"));
      return;
    }
    expect([first, second]).toEqual(["npx", "pattern-press"]);
    const [command = "", ...args] = rest;
    const help = helps.get(command) ?? "";
    expect(help, command).toContain("Usage:");
    args.forEach((arg, at) => {
      const value = args[at + 1] ?? "";
      if (arg.startsWith("--")) expect(help).toMatch(new RegExp(`^ +${arg}\\b`, "m"));
      if (arg === "--select") expect(parseSelection(value).conditions.length).toBeGreaterThan(0);
      if (arg === "--format")
        for (const name of value.split(",")) expect(FORMATS.map((one) => one.name)).toContain(name);
    });
  });
});

describe("the files of the pages", () => {
  const configurations = named("yaml", /^book\.yaml$/).filter(([, { page }]) => page !== "docs/extend.md");

  // What extensions bring is tried with them.
  it.each(configurations)("book.yaml of %s", (_, { text, page }) => {
    expect(() => parseConfig(text, page)).not.toThrow();
  });

  it.each(named("yaml", /^front matter$/))("front matter of %s", (_, { text }) => {
    const known = Object.keys(JSON.parse(readFileSync(join(ROOT, "schemas/pattern.json"), "utf8")).properties);
    for (const key of Object.keys(parse(text.replace(/^---$/gm, "")))) expect(known).toContain(key);
  });

  it.each(named("yaml", /patterns\.yml$/))("workflow of %s", (_, { text }) => {
    const { inputs } = parse(readFileSync(join(ROOT, "action.yml"), "utf8"));
    const [step] = parse(text);
    for (const [key, value] of Object.entries(step.with))
      expect(`${key}: ${inputs[key]?.description} ${value}`).toContain(String(value).split(",")[0]);
  });

  it("a theme, which changes what it says and in which nothing is amiss", () => {
    const house = join(temporaryFolder(), "house");
    const theme = blocksOf("docs/restyle.md").filter(({ file }) => /tokens\.yaml|\.liquid/.test(file));
    const install = (block: Block): void => {
      const path = join(house, block.file);
      mkdirSync(dirname(path), { recursive: true });
      // What has to be installed beside us is not here.
      writeFileSync(path, block.text.replace(/^.*noto-serif-sc.*\n/m, ""));
    };
    for (const block of theme.toReversed()) {
      install(block);
      expect(() => openTemplates(templateFolders(house), readLocale(templateFolders(house), "en", {}))).not.toThrow();
    }
    expect(inspectHouse(house, "house")).toEqual([]);
    const { tokens, render } = openTemplates(templateFolders(house), readLocale([], "en", {}));
    expect(tokens.colours).toMatchObject({ accent: "#8a1c1c", brand: "#c99700" });
    expect(render("book/own-style", { tokens })).toContain("color:#c99700");
  });
});

describe("a first book", () => {
  const cwd = temporaryFolder();
  const page = blocksOf("docs/first-book.md");

  it("comes of what its page says, line by line", async () => {
    let folder = cwd;
    let builds = 0;
    for (const { language, file, text } of page) {
      if (language !== "sh") {
        writeFileSync(join(folder, file), text);
        continue;
      }
      for (const line of text.trim().split("\n")) {
        const [first, second = "", ...args] = wordsOf(line);
        if (first === "cd") folder = join(folder, second);
        if (first !== "npx") continue;
        // Every edition is built from the package by another test: here the quickest is enough, and once before each change.
        if (args[0] === "build") args.splice(1, args.length, "--format", builds++ === 0 ? "docx,jsonld" : "jsonld");
        const run = await program(args, { cwd: folder });
        expect(run.status, `${line}: ${run.stdout}${run.stderr}`).toBe(0);
        if (args[0] === "check") expect(run.stdout).toMatch(/^(?:Nothing to fix|\d+ notes? )/m);
      }
    }
    expect(existsSync(join(folder, "output/dataset/index.html"))).toBe(true);
    const pattern = join(folder, "patterns/share-the-key.md");
    writeFileSync(pattern, readFileSync(pattern, "utf8").replace("name-what-you-share", "name-what-you-own"));
    const { stdout } = await program(["check"], { cwd: folder });
    expect(stdout).toMatch(/7:\d+ +warning +relations-have-target .*name-what-you-own, which is no pattern here/);
  });
});

describe("links between the pages", () => {
  it.each(pages)("of %s lead to what there is", (page) => {
    for (const [, address = ""] of textOf(page)
      .replace(/`[^`\n]*`/g, "")
      .matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(address)) continue;
      expect(existsSync(join(ROOT, normalize(join(dirname(page), address.replace(/#.*$/, ""))))), address).toBe(true);
    }
  });

  it("lead from the README to every page", () => {
    for (const page of pages.slice(1)) expect(textOf("README.md")).toContain(`(${page})`);
  });
});
