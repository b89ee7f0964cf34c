import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { familyFiles, fontFaces, holdsAny } from "../src/page/fonts.js";
import { templateFolders } from "../src/page/template-files.js";
import { readTokens, type Tokens } from "../src/page/tokens.js";

const OURS = readFileSync("templates/tokens.yaml", "utf8");
const REGULAR = "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf";

let templates: string;
beforeAll(() => {
  templates = mkdtempSync(join(tmpdir(), "pattern-press-fonts-"));
});
afterAll(() => rmSync(templates, { recursive: true, force: true }));

/** Our tokens, changed as a publisher would in a folder of their own. */
function readChanged(from: string, to: string): Tokens {
  writeFileSync(join(templates, "tokens.yaml"), OURS.replace(from, to));
  return readTokens(templateFolders(templates));
}

describe("the fonts that the tokens declare", () => {
  test("may lie among the templates", () => {
    copyFileSync(createRequire(import.meta.url).resolve(REGULAR), join(templates, "house.ttf"));
    const { fonts } = readChanged(REGULAR, "./house.ttf");
    const file = familyFiles(fonts.text).find(({ weight, style }) => weight === "400" && style === "normal");
    expect(file).toMatchObject({ path: join(templates, "house.ttf"), mediaType: "font/ttf" });
    expect(fontFaces(file ? [file] : [], ({ name }) => name)).toContain('src:url("house.ttf") format("truetype")');
  });

  test("know which characters they have", () => {
    const [file] = familyFiles(readTokens(templateFolders(undefined)).fonts.text);
    expect(file && ["a", "é", "я", "α", "א", "中"].map((character) => holdsAny(file, character))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test("hold that of formulas for a house whose tokens do not name one", () => {
    const [block = ""] = /^ {2}math:\n(?: {4}.*\n)+/m.exec(OURS) ?? [];
    expect(block).toContain("STIX Two Math");
    expect(readChanged(block, "")).toEqual(readTokens(templateFolders(undefined)));
  });

  test.each([
    [REGULAR, "./lost.ttf", "tokens.yaml: fonts: Source Serif 4: there is no ./lost.ttf; expected"],
    [REGULAR, "yaml/package.json", "yaml/package.json is no font; expected a .ttf, .otf, .woff or .woff2 file"],
    ["package: source-sans-3", "package: lost", "Source Sans 3: @fontsource/lost is not installed or has no face 400"],
    ["400-italic: ", "slanted: ", "tokens.yaml: fonts.text: expected family, package and faces, or family and files"],
  ])("are refused by name where they cannot be used: %s → %s", (from, to, message) => {
    expect(() => readChanged(from, to)).toThrow(message);
  });
});
