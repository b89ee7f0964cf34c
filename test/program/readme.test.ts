import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ConfigError, defaultConfig, parseConfig } from "../../src/config/read-config.js";
import { FORMATS } from "../../src/formats/index.js";
import { settleTerms } from "../../src/formats/pdf/printers/terms.js";
import { trimSize } from "../../src/formats/pdf/trim.js";
import { readTokens } from "../../src/page/tokens.js";
import { ROOT } from "../support/editions.js";

describe("the README", async () => {
  const text = await readFile(join(ROOT, "README.md"), "utf8");

  describe("shows a configuration", () => {
    const [, shown = ""] = /## Configuration[\s\S]*?```yaml\n([\s\S]*?)```/.exec(text) ?? [];
    const defaults = defaultConfig();

    it("whose keys are read, those in comments too", () => {
      const { pdf, docx } = parseConfig(
        shown.replace(/# (?=(spine|bleed|barCode|printer|profile|packs):)/g, ""),
        "README.md",
      );
      expect(pdf).toMatchObject({
        printer: "kdp-cream",
        cover: { spine: "14mm", barCode: "own" },
        press: { profile: "printer.icc" },
      });
      expect(docx.packs).toMatchObject([{ name: "first-steps", depth: 1, with: "cards" }]);
    });

    it("with the default of every key that has one for all libraries", () => {
      const { pdf, docx, dataset, limits, order } = parseConfig(shown, "README.md");
      expect(pdf).toMatchObject(defaults.pdf);
      // What a printer settles has no default of its own: what is shown is what is taken without one.
      const page = trimSize("6x9in");
      expect(settleTerms(pdf, undefined, page)).toEqual(settleTerms(defaults.pdf, undefined, page));
      expect({ docx, dataset, limits }).toEqual({
        docx: defaults.docx,
        dataset: defaults.dataset,
        limits: defaults.limits,
      });
      expect(order.universality).toBe(defaults.order.universality);
    });

    it("with every key of the book", () => {
      for (const key of knownKeysOfBook()) expect(shown).toMatch(new RegExp(`^  ${key}: `, "m"));
    });
  });

  it("shows rules for somebody else's library that are read", () => {
    const [, shown = ""] = /## Your own library[\s\S]*?```yaml\n([\s\S]*?)```/.exec(text) ?? [];
    expect(parseConfig(shown, "README.md").read).toHaveLength(2);
  });

  it("shows fonts for another script as the tokens name them", () => {
    const [, shown = ""] = /## Restyle it[\s\S]*?```yaml\n([\s\S]*?)```/.exec(text) ?? [];
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

  it("shows its pictures by addresses that hold wherever it is read, of files that there are", () => {
    const pictures = [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, address = ""]) => address);
    expect(pictures.length).toBeGreaterThan(2);
    for (const address of pictures) {
      const [, path = ""] =
        /^https:\/\/raw\.githubusercontent\.com\/pattern-press\/pattern-press\/main\/(.+)$/.exec(address) ?? [];
      expect(existsSync(join(ROOT, path)) && path, address).toMatch(/^docs\//);
    }
  });

  it("names every format", () => {
    for (const { name } of FORMATS) expect(text).toContain(name);
  });
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
