import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { templateFolders } from "../../src/page/template-files.js";
import { readTokens, type Tokens } from "../../src/page/tokens.js";
import { temporaryFolder } from "../support/editions.js";

const house = join(temporaryFolder(), "house");
const ours = readTokens(templateFolders(undefined));

beforeAll(() => mkdirSync(house, { recursive: true }));

function read(tokens: string): Tokens {
  writeFileSync(join(house, "tokens.yaml"), tokens);
  return readTokens(templateFolders(house));
}

describe("the tokens of a house", () => {
  it("lie over ours, key by key", () => {
    const own = read('colours: { accent: "#8a1c1c" }\nscale: { title: 24 }\n');
    expect(own.colours).toEqual({ ...ours.colours, accent: "#8a1c1c" });
    expect(own.scale).toEqual({ ...ours.scale, title: 24 });
    expect({ ...own, colours: 0, scale: 0 }).toEqual({ ...ours, colours: 0, scale: 0 });
  });

  it("may say nothing", () => {
    for (const nothing of ["", "# later\n", "{}\n"]) expect(read(nothing)).toEqual(ours);
  });

  it("name another face whole, of a package or of files, and keep what CSS falls back to", () => {
    const { fonts } = read("fonts: { text: { family: Noto Serif, package: noto-serif, faces: [400] } }\n");
    expect(fonts.text).toEqual({ family: "Noto Serif", package: "noto-serif", faces: ["400"], fallback: "serif" });
    expect(fonts.label).toEqual(ours.fonts.label);
    expect(read("fonts: { code: { fallback: serif } }\n").fonts.code).toEqual({
      ...ours.fonts.code,
      fallback: "serif",
    });
  });

  it("take the place of a list as a list", () => {
    const { fallbacks } = read(
      "fonts: { fallbacks: [{ family: Noto Serif, package: noto-serif, faces: [400] }] }\n",
    ).fonts;
    expect(fallbacks).toHaveLength(1);
  });

  it("have colours of their own, by day and by night", () => {
    const { colours, dark } = read('colours: { brand: "#a30", edge-2: "#00aa33" }\ndark: { brand: "#ff9977" }\n');
    expect(colours).toMatchObject({ brand: "#aa3300", "edge-2": "#00aa33" });
    expect(dark).toMatchObject({ ...ours.dark, brand: "#ff9977", "edge-2": "#00aa33" });
  });

  it.each([
    ["colours:\n  accent: teal\n", "2:3: colours.accent: expected a colour such as"],
    ["colours:\n  accent: #1f4e5f\n", '2:3: colours.accent: expected a colour such as "#1f4e5f", in quotation marks'],
    ["colours: { brand: 12 }\n", "1:12: colours.brand: expected a colour"],
    ['colours: { "my brand": "#123456" }\n', "1:12: colours.my brand: expected a name of Latin letters"],
    ['dark:\n  brand: "#123456"\n', "2:3: dark.brand: found no colour of this name by day; expected colours.brand too"],
    ["colors: {}\n", "1:1: colors: there is no such token; did you mean “colours”?"],
    ["# sizes\nscale:\n  titel: 22\n", "3:3: scale.titel: there is no such token; did you mean “title”?"],
    ["scale: { text: ten }\n", "1:10: scale.text: expected a number of points"],
    ["scale: { text: 0 }\n", "1:10: scale.text: expected a number of points above 0"],
    ["scale: big\n", "1:1: scale: "],
    ["- one\n", "1:1: found no tokens; expected keys such as colours or scale"],
    ["line: [1\n", "expected valid YAML"],
    ["line: 14\nline: 15\n", "2:1: Map keys must be unique; expected valid YAML"],
    ["fonts:\n  label: { family: Sans, package: lost-sans, faces: [400] }\n", "2:3: fonts.label: Sans: "],
  ])("are refused with their folder and line where they cannot be: %j", (tokens, message) => {
    expect(() => read(tokens)).toThrow(`${house}/tokens.yaml:`);
    expect(() => read(tokens)).toThrow(message);
  });
});
