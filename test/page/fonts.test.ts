import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import subsetFont from "subset-font";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refuseUnprintable } from "../../src/formats/pdf/faces/printable-fonts.js";
import { familyFiles, fontFaces, holdsAny } from "../../src/page/fonts.js";
import { templateFolders } from "../../src/page/template-files.js";
import { readTokens, type Tokens } from "../../src/page/tokens.js";

const OURS = readFileSync("templates/tokens.yaml", "utf8");
const REGULAR = "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf";

let templates: string;
beforeAll(() => {
  templates = mkdtempSync(join(tmpdir(), "pattern-press-fonts-"));
  writeFileSync(join(templates, "notes.ttf"), "Not a font.");
  // The mark of a collection, two faces (OpenType 1.9, “Font Collections”).
  const regular = readFileSync(createRequire(import.meta.url).resolve(REGULAR));
  writeFileSync(join(templates, "cut.ttf"), regular.subarray(0, 20_000));
  writeFileSync(
    join(templates, "damaged.ttf"),
    regular.map((byte, at) => (at % 997 === 500 ? byte ^ 0x55 : byte)),
  );
  writeFileSync(join(templates, "several.ttc"), Buffer.from("ttcf\0\x01\0\0\0\0\0\x02", "latin1"));
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

  test("may be packed, and may not be what a PDF cannot hold", async () => {
    const regular = readFileSync(createRequire(import.meta.url).resolve(REGULAR));
    writeFileSync(join(templates, "packed.woff2"), await subsetFont(regular, "abc", { targetFormat: "woff2" }));
    expect(() => refuseUnprintable(readChanged(REGULAR, "./packed.woff2"))).not.toThrow();
    expect(familyFiles(readChanged(REGULAR, "./packed.woff2").fonts.text)).toContainEqual(
      expect.objectContaining({
        name: "packed.woff2",
        mediaType: "font/woff2",
        range: expect.stringContaining("U+61-63"),
      }),
    );
    copyFileSync("node_modules/bwip-js/fonts/Inconsolata.otf", join(templates, "postscript.otf"));
    expect(() => refuseUnprintable(readChanged(REGULAR, "./postscript.otf"))).toThrow(
      /Source Serif 4: postscript\.otf has PostScript outlines \(CFF\), which a PDF made by Chromium cannot hold/,
    );
    writeFileSync(join(templates, "variable.ttf"), addAxis(regular));
    expect(() => refuseUnprintable(readChanged(REGULAR, "./variable.ttf"))).toThrow(/variable\.ttf is a variable font/);
  });

  test.each([
    [REGULAR, "./lost.ttf", "tokens.yaml:3:3: fonts.text: Source Serif 4: there is no ./lost.ttf; expected"],
    [REGULAR, "yaml/package.json", "package.json is no font; expected a .ttf, .otf, .woff or .woff2 file"],
    ["package: source-sans-3", "package: lost", "Source Sans 3: @fontsource/lost is not installed or has no face 400"],
    [REGULAR, "./notes.ttf", "Source Serif 4: notes.ttf is no font; expected a .ttf, .otf, .woff or .woff2 file"],
    [REGULAR, "./several.ttc", "Source Serif 4: several.ttc is a collection of several fonts; expected a file of one"],
    [
      REGULAR,
      "./cut.ttf",
      "Source Serif 4: cut.ttf cannot be read as a font (its tables are damaged or cut off); expected",
    ],
    [
      "400-italic: ",
      "slanted: ",
      "tokens.yaml:3:3: fonts.text: expected family, package and faces, or family and files",
    ],
  ])("are refused by name where they cannot be used: %s → %s", (from, to, message) => {
    expect(() => readChanged(from, to)).toThrow(message);
  });
});

/** The font with a table `fvar` that has one axis, of weight (OpenType 1.9). */
function addAxis(font: Buffer): Buffer {
  const axis = Buffer.alloc(36);
  axis.set([0, 1, 0, 0, 0, 16, 0, 2, 0, 1, 0, 20, 0, 0, 0, 8]);
  axis.write("wght", 16, "latin1");
  for (const [at, weight] of [200, 400, 900].entries()) axis.writeInt32BE(weight * 0x10000, 20 + 4 * at);
  axis.writeUInt16BE(1, 34);
  const count = font.readUInt16BE(4);
  const end = 12 + 16 * count;
  const entry = Buffer.alloc(16);
  entry.write("fvar", 0, "latin1");
  entry.writeUInt32BE(font.length + 16, 8);
  entry.writeUInt32BE(axis.length, 12);
  const directory = Buffer.from(font.subarray(0, end));
  directory.writeUInt16BE(count + 1, 4);
  for (let at = 12; at < end; at += 16) directory.writeUInt32BE(directory.readUInt32BE(at + 8) + 16, at + 8);
  return Buffer.concat([directory, entry, font.subarray(end), axis]);
}
