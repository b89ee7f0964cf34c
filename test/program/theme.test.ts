import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cardStyles } from "../../src/formats/docx/styles/cards.js";
import { characterStyles } from "../../src/formats/docx/styles/characters.js";
import { paragraphStyles } from "../../src/formats/docx/styles/paragraphs.js";
import { tableStyles } from "../../src/formats/docx/styles/tables.js";
import { toTypography } from "../../src/formats/docx/styles/typography.js";
import type { EmbeddedFont } from "../../src/formats/epub/package/fonts.js";
import { styleSheet } from "../../src/formats/epub/style.js";
import { pageGeometry } from "../../src/formats/pdf/trim.js";
import { readLocale } from "../../src/page/locale.js";
import { OWN_TEMPLATES, templateFolders } from "../../src/page/template-files.js";
import { openTemplates, type Templates } from "../../src/page/templates.js";
import type { Tokens } from "../../src/page/tokens.js";
import { inspectHouse } from "../../src/restyling/inspect.js";
import { BESIDES, TEMPLATES } from "../../src/restyling/listed-templates.js";
import { type Shown, TOKENS } from "../../src/restyling/listed-tokens.js";
import { temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

const folders = templateFolders(undefined);
const locale = readLocale(folders, "en", {});
const ours = openTemplates(folders, locale);

/** What each edition makes of the tokens, before anything is laid out. */
const STYLED: Readonly<Record<Shown, (templates: Templates) => string>> = {
  pdf(templates) {
    const { tokens } = templates;
    const page = pageGeometry("6x9in", tokens.line);
    const style = templates.render("book/style", { tokens, page, direction: "ltr", running: "" });
    // How large a page is follows from its lines; what the type does is asked here.
    return style + templates.render("book/style/formulas", { tokens });
  },
  epub(templates) {
    return styleSheet(
      templates,
      templates.tokens.fonts.fallbacks.map(({ family }) => embedded(family)),
    );
  },
  docx({ tokens }) {
    const type = toTypography(tokens);
    const { text, display, label, code } = type;
    const faces = [text, display, label, code];
    const { ink, soft, tint, accent, hairline } = type.colours;
    const styles = [paragraphStyles(type), characterStyles(type), cardStyles(type), tableStyles(type)];
    // A style names a face and a colour by its role: the theme says which they are.
    const inked = JSON.stringify(styles).replace(
      /"(ink|soft|tint|accent|hairline)"/g,
      (_, role: keyof typeof type.colours) => String({ ink, soft, tint, accent, hairline }[role]),
    );
    return JSON.stringify([faces, inked]);
  },
  jsonld: (templates) => templates.render("dataset/page-style", { tokens: templates.tokens, direction: "ltr" }),
};

/** A face as an e-book holds it. */
function embedded(family: string): EmbeddedFont {
  const file = { name: family, path: "", file: "", mediaType: "font/woff2", weight: "400", style: "normal" } as const;
  return { ...file, family, range: "U+0-FF", spans: [], characters: [], descriptors: "" };
}

/** Our tokens with another value at a key. */
function change(key: string): Tokens {
  const tokens = structuredClone(ours.tokens);
  const path = key.split(".");
  const holder = path.slice(0, -1).reduce<object>((at, step) => Reflect.get(at, step), tokens);
  const last = path.at(-1) ?? "";
  Reflect.set(holder, last, another(Reflect.get(holder, last)));
  return tokens;
}

function another(value: unknown): unknown {
  if (typeof value === "number") return value * 3;
  if (typeof value === "string") return "#123456";
  if (Array.isArray(value)) return value.slice(1);
  return { ...(value as object), family: "Another" }; // faces are maps
}

describe("the list of tokens", () => {
  it("has every token of ours", () => {
    const { fonts, scale, colours, dark } = ours.tokens;
    const all = Object.entries({ fonts, scale, colours, dark }).flatMap(([group, own]) =>
      Object.keys(own).map((key) => `${group}.${key}`),
    );
    expect(TOKENS.map(({ key }) => key).sort()).toEqual([...all, "line", "rule"].sort());
  });

  it.each(TOKENS.map(({ key, shown }) => [key, shown] as const))("%s changes %j and nothing else", (key, shown) => {
    const changed: Templates = { ...ours, tokens: change(key) };
    const moved = Object.entries(STYLED).filter(([, style]) => style(changed) !== style(ours));
    expect(moved.map(([name]) => name)).toEqual([...shown]);
  });
});

describe("theme", () => {
  const cwd = temporaryFolder();
  let listed = "";

  beforeAll(async () => {
    listed = (await program(["theme"], { cwd })).stdout;
  });

  it("lists every template, token and word, with what each does", () => {
    const templates = readdirSync(OWN_TEMPLATES, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".liquid"),
    );
    const described = Object.values(TEMPLATES).flatMap((group) => Object.keys(group).map((name) => `${name}.liquid`));
    expect(described.toSorted()).toEqual(templates.map((path) => path.replaceAll("\\", "/")).sort());
    for (const path of described) expect(listed).toMatch(new RegExp(`^\\| \`${path}\` \\| [^|]{4,}\\|$`, "m"));
    for (const { key } of TOKENS)
      expect(listed).toMatch(new RegExp(`^\\| \`${key}\` \\| [^|]+ \\| [^|]{4,} \\| [^|]{4,} \\|$`, "m"));
    for (const path of Object.keys(BESIDES)) expect(listed).toContain(`| \`${path}\` |`);
    for (const key of ["contents", "relations_as.requires", "pack.agenda.steps.0", "universality.domain.name"])
      expect(listed).toContain(`| \`${key}\` |`);
  });

  it("writes a theme to begin with, which changes nothing until its comments are taken away", async () => {
    const made = await program(["theme", "house", "--copy", "partials/opening,book/imprint.liquid"], { cwd });
    expect(made.status, made.stderr).toBe(0);
    const house = join(cwd, "house");
    expect(readFileSync(join(house, "README.md"), "utf8")).toBe(listed);
    expect(inspectHouse(house, "house")).toEqual([]);
    const own = openTemplates(templateFolders(house), locale);
    expect(own.tokens).toEqual(ours.tokens);
    for (const style of Object.values(STYLED)) expect(style(own)).toBe(style(ours));
    for (const path of ["partials/opening.liquid", "book/imprint.liquid"]) {
      expect(readFileSync(join(house, path), "utf8")).toBe(readFileSync(join(OWN_TEMPLATES, path), "utf8"));
    }
    const [sizes = ""] = readFileSync(join(house, "tokens.yaml"), "utf8").split("# fonts:");
    expect(sizes).toContain("\n#   accent: ");
    writeFileSync(join(house, "tokens.yaml"), sizes.replace(/^# (?!What)/gm, ""));
    expect(openTemplates(templateFolders(house), locale).tokens).toEqual(ours.tokens);
  });

  it("writes over nothing, and tells of a template that there is not", async () => {
    mkdirSync(join(cwd, "mine"));
    writeFileSync(join(cwd, "mine/tokens.yaml"), "line: 15\n");
    await program(["theme", "mine"], { cwd });
    expect(readFileSync(join(cwd, "mine/tokens.yaml"), "utf8")).toBe("line: 15\n");
    const lost = await program(["theme", "mine", "--copy", "partials/openning"], { cwd });
    expect(lost.stderr).toContain("did you mean “partials/opening.liquid”?");
    const alone = await program(["theme", "--copy", "pattern"], { cwd });
    expect(alone.stderr).toContain("pattern-press theme FOLDER --copy pattern");
    expect([lost.status, alone.status]).toEqual([2, 2]);
  });
});
