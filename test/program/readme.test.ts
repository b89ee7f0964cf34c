import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ConfigError, defaultConfig, parseConfig } from "../../src/config/read-config.js";
import { FORMATS } from "../../src/formats/index.js";
import { settleTerms } from "../../src/formats/pdf/printers/terms.js";
import { trimSize } from "../../src/formats/pdf/trim.js";
import { programRepository } from "../../src/machine/version.js";
import { readTokens } from "../../src/page/tokens.js";
import { ROOT } from "../support/editions.js";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const readme = read("README.md");

/** What says no more than whom it is for, where to read on, or what will be. */
const NO_CLAIM = "no claim";

/** Each sentence of the README, by how it begins, and the test that holds it: a file, and the beginning of a title in it. */
const HELD: readonly [sentence: string, by: string][] = [
  ["Pattern Press turns a folder", "test/conformance/package.test.ts#begins a library, checks it and builds it"],
  ["One command makes them all", "test/conformance/package.test.ts#begins a library, checks it and builds it"],
  ["It is for the stewards", NO_CLAIM],
  ["The library stays as it is", "test/library/strangers.test.ts#"],
  ["Pattern Press reads it, numbers it", "test/program/cli.test.ts#tells by file and line what does not hold"],
  ["No word is lost", "test/verify/losses.test.ts#have everything"],
  ["The first line asks for Node", "test/program/readme.test.ts#asks for the Node that package.json asks for"],
  ["The book, the cover of the e-book", "test/program/browser-places.test.ts#tells which is used"],
  ["[A first book]", "test/program/docs.test.ts#comes of what its page says"],
  ["The name is not published", NO_CLAIM],
  ["Once it is,", NO_CLAIM],
  ["In a checkout of this project `npm pack", "test/program/package.test.ts#holds the program compiled"],
  ["The package has", "test/program/package.test.ts#is as large as the README says"],
  ["None of their install scripts", "test/conformance/package.test.ts#comes without a browser and without a tool"],
  ["One of them, puppeteer's", "test/conformance/package.test.ts#from a file, goes on without a browser"],
  ["All of them are pinned where", "test/conformance/package.test.ts#brings every package as it is pinned"],
  ["From git or from a file", "test/conformance/package.test.ts#brings every package as it is pinned"],
  ["Somebody's library as it is", "test/program/init-from.test.ts#says for sections and folders"],
  ["A library is a folder", "test/library/plain-libraries.test.ts#is read from its sections"],
  ["Nothing has to be in them but text", "test/library/plain-libraries.test.ts#is read from its sections"],
  ["[Your library]", "test/program/docs.test.ts#the files of the pages"],
  ["Nothing of what is read runs", "test/program/hostile.test.ts#writes nothing elsewhere and runs nothing"],
  ["`pattern-press COMMAND --help`", "test/program/docs.test.ts#the commands of the pages"],
  ["A command ends with 0", "test/program/cli.test.ts#a configuration that says what it cannot mean: status 2"],
  ["Both work in a checkout", "test/program/readme.test.ts#says what make does as the Makefile has it"],
  ["Where there is no browser", "test/program/readme.test.ts#says what make does as the Makefile has it"],
  ["`make test` does the same", "test/program/readme.test.ts#says what make does as the Makefile has it"],
  ["`make conformance` takes longer", NO_CLAIM],
  ["It holds each edition", "test/program/readme.test.ts#names judges that the tests of conformance call"],
  ["PDF/UA-1 and PDF/A-3a by veraPDF", "test/program/readme.test.ts#names judges that the tests of conformance call"],
  ["`make check` holds the code", "test/program/readme.test.ts#says what make does as the Makefile has it"],
  ["The code is under", "test/program/readme.test.ts#states the licences"],
  ["The patterns in", "test/program/readme.test.ts#states the licences"],
  ["The fonts (", "test/program/readme.test.ts#states the licences"],
];

/** The prose of the README, in sentences. */
const sentences = readme
  .replace(/^```[\s\S]*?^```$/gm, "")
  .split("\n")
  .filter((line) => line !== "" && !/^(#|\||!\[|- \[)/.test(line))
  .flatMap((line) => line.split(/(?<=[.!?:]) (?=[A-Z`[])/));

describe("the README", () => {
  it.each(sentences)("“%s” is held by a test", (sentence) => {
    const holding = HELD.filter(([begins]) => sentence.startsWith(begins));
    expect(holding).toHaveLength(1);
    const [file = "", title = ""] = holding[0]?.[1].split("#") ?? [];
    if (file === NO_CLAIM) return;
    expect(read(file)).toContain(title);
  });

  it("says nothing of itself that it does not say any more", () => {
    for (const [begins] of HELD) expect(sentences.filter((sentence) => sentence.startsWith(begins))).toHaveLength(1);
  });

  it("asks for the Node that package.json asks for", () => {
    const { node } = JSON.parse(read("package.json")).engines;
    expect(readme).toContain(`Node ${node.replace(">=", "")} or later`);
  });

  it("says what make does as the Makefile has it", () => {
    const makefile = read("Makefile");
    for (const target of ["test", "conformance", "check", "bench", "sbom", "clean"]) {
      expect(readme).toContain(`make ${target}`);
      expect(makefile).toMatch(new RegExp(`^${target}:`, "m"));
    }
    expect(makefile).toContain("debian PACKAGES=chromium-headless-shell");
    for (const tool of ["poppler", "qpdf", "ghostscript", "pandoc", "rdflib"]) expect(makefile).toContain(tool);
    expect(makefile).toMatch(/^check:[\s\S]*biome check[\s\S]*licences\.mjs[\s\S]*docs\.mjs --check/m);
  });

  it("names judges that the tests of conformance call", () => {
    const tests = ["dataset", "docx", "epub", "pdf"].map((name) => read(`test/conformance/${name}.test.ts`)).join("\n");
    const [, judges = ""] = /It holds each edition against its standard, ([^\n]*)/.exec(readme) ?? [];
    for (const judge of [
      "veraPDF",
      "Ace",
      "calibre",
      "Open XML SDK",
      "mlcroissant",
      "frictionless",
      "pandas",
      "networkx",
    ]) {
      expect(judges).toContain(judge);
      expect(tests.toLowerCase()).toContain(judge.toLowerCase());
    }
  });

  it("states the licences", () => {
    expect(JSON.parse(read("package.json")).license).toBe("MIT");
    expect(read("patterns/LICENSE.md")).toContain("CC BY-SA 4.0");
    const { text, label, code, math, fallbacks } = readTokens([join(ROOT, "templates")]).fonts;
    const [, named = ""] = /The fonts \(([^)]*)\)/.exec(readme) ?? [];
    for (const { family } of [text, label, code, math, ...fallbacks]) {
      expect(
        named.split(", ").some((name) => family.startsWith(name)),
        family,
      ).toBe(true);
    }
  });

  it("begins one's own library with somebody else's, in five lines to the book", () => {
    const [, lines = ""] = /## Your own library\n\n.*\n\n```sh\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(lines.trim().split("\n")).toHaveLength(5);
    expect(lines).toMatch(/git clone[\s\S]*init my-book --from patterns[\s\S]*check[\s\S]*build/);
  });

  it("has a line for every command, and for every edition", () => {
    const commands = [...read("src/commands/command-line.ts").matchAll(/\.command\("(\w+)"/g)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(7);
    for (const name of commands) expect(readme).toContain(`| \`pattern-press ${name}\` |`);
    for (const { name } of FORMATS) expect(readme).toContain(name);
  });

  it("shows three pictures by addresses that hold wherever it is read, of files that there are", () => {
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, address = ""]) => address);
    expect(pictures).toHaveLength(3);
    for (const address of pictures) {
      const main = `https://raw.githubusercontent.com/${programRepository()}/main/`;
      expect(address.startsWith(main), address).toBe(true);
      expect(existsSync(join(ROOT, address.slice(main.length))) && address.slice(main.length)).toMatch(/^docs\//);
    }
  });
});

describe("the page on book.yaml shows a configuration", () => {
  const [, shown = ""] = /```yaml\n([\s\S]*?)```/.exec(read("docs/book-yaml.md")) ?? [];
  const defaults = defaultConfig();

  it("whose keys are read, those in comments too", () => {
    const { pdf, docx } = parseConfig(
      shown.replace(/# (?=(spine|bleed|barCode|printer|profile|packs):)/g, ""),
      "docs/book-yaml.md",
    );
    expect(pdf).toMatchObject({
      printer: "kdp-cream",
      cover: { spine: "14mm", barCode: "own" },
      press: { profile: "printer.icc" },
    });
    expect(docx.packs).toMatchObject([{ name: "first-steps", depth: 1, with: "cards" }]);
  });

  it("with the default of every key that has one for all libraries", () => {
    const { pdf, docx, dataset, limits, order } = parseConfig(shown, "docs/book-yaml.md");
    expect(pdf).toMatchObject(defaults.pdf);
    // What a printer settles has no default of its own: what is shown is what is taken without one.
    const page = trimSize("6x9in");
    expect(settleTerms(pdf, undefined, page)).toEqual(settleTerms(defaults.pdf, undefined, page));
    expect({ docx, limits }).toEqual({ docx: defaults.docx, limits: defaults.limits });
    // Nothing is said of where its addresses begin until a library says so.
    expect(dataset).toMatchObject(defaults.dataset);
    expect(order.universality).toBe(defaults.order.universality);
  });

  it("with every key of the book", () => {
    for (const key of knownKeysOfBook()) expect(shown).toMatch(new RegExp(`^  ${key}: `, "m"));
  });
});

it("the page on restyling shows fonts for another script as the tokens name them", () => {
  const shown = [...read("docs/restyle.md").matchAll(/```yaml tokens\.yaml\n([\s\S]*?)```/g)].at(-1)?.[1] ?? "";
  const ours = readTokens([join(ROOT, "templates")]).fonts.fallbacks;
  const { fallbacks } = parse(shown).fonts;
  const known = fallbacks.filter(({ family }: { family: string }) => ours.some((font) => font.family === family));
  expect(fallbacks.length).toBe(known.length + 1);
  for (const font of fallbacks) {
    expect({ ...font, faces: font.faces.map(String) }).toEqual(
      ours.find(({ family }) => family === font.family) ?? {
        family: "Noto Serif SC",
        package: "noto-serif-sc",
        faces: ["400", "600"],
      },
    );
  }
});

/** What the message about an unknown key lists. */
function knownKeysOfBook(): string[] {
  try {
    parseConfig("book: { colour: red }", "book.yaml");
  } catch (error) {
    if (error instanceof ConfigError) return (/known here: (.*)$/.exec(error.message)?.[1] ?? "").split(", ");
    throw error;
  }
  return [];
}
