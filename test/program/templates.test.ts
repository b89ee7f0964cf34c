import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { inspectHouse } from "../../src/restyling/inspect.js";
import { temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

const REGULAR = "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf";
const root = temporaryFolder();
let houses = 0;

/** What is found in a house's templates: `rule: what was found; expected …`. */
function inspect(files: Record<string, string | Buffer>): string[] {
  const folder = join(root, `house-${houses++}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return inspectHouse(folder, "house").map(({ rule, found, expected }) => `${rule}: ${found}; expected ${expected}`);
}

describe("a file among the templates of a house that changes nothing", () => {
  it.each([
    ["book/styel.liquid", "expected “book/style.liquid”, if that is meant"],
    ["style.liquid", "expected “book/style.liquid” or “epub/style.liquid”"],
    ["partials/byline.html", "expected “partials/byline.liquid”, if that is meant"],
    ["token.yaml", "expected “tokens.yaml”, if that is meant"],
    ["locales/english.yaml", "the place of none"],
    ["house.ttf", "expected the path of one of ours"],
    ["Pattern.liquid", "expected “pattern.liquid”, if that is meant"],
  ])("is named, with what was probably meant: %s", (path, told) => {
    const found = inspect({ [path]: "" });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`templates-take-effect: house/${path}: it takes the place of none of our templates`);
    expect(found[0]).toContain(told);
  });

  it("is none where it takes the place of ours, one of its own names it, or it is for people", () => {
    expect(
      inspect({
        "tokens.yaml": "fonts: { text: { family: House, files: { 400: ./faces/house.ttf } } }",
        "faces/house.ttf": readFileSync(createRequire(import.meta.url).resolve(REGULAR)),
        "partials/opening.liquid": '<p class="number">{{ pattern.number }}</p>{% render "house/mark" %}',
        "house/mark.liquid": "<b>H</b>",
        "locales/fi.yaml": "contents: Sisällys",
        "locales/pt-PT.yaml": "",
        "README.md": "# Our house",
        LICENSE: "",
        "package.json": "{}",
        ".gitignore": "",
      }),
    ).toEqual([]);
  });

  it("may be a colour", () => {
    const tokens = 'colours: { acent: "#aa0000", brand: "#00aa00", shown: "#0000aa" }\n';
    const found = inspect({
      "tokens.yaml": tokens,
      "book/own-style.liquid": ".title{color:{{ tokens.colours.shown }}}",
    });
    expect(found).toEqual([
      expect.stringMatching(/colours\.acent is a colour of your own that none .*“accent”, if one of ours is meant$/),
      expect.stringMatching(/colours\.brand is a colour of your own that none .*\{\{ tokens\.colours\.brand \}\}$/),
    ]);
  });
});

describe("HTML that an edition cannot show", () => {
  const opening = '<p class="number">{{ pattern.number }}</p>\n';

  it.each([
    ["<video controls></video>", "<video>", "the printed book, the e-book and Word"],
    ['<script>alert("<b>")</script>', "<script>", "the printed book, the e-book and Word"],
    ["<house-mark>H</house-mark>", "<house-mark>", "the e-book and Word"],
    ["<center>H</center>", "<center>", "the e-book and Word"],
    ['<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', "<svg>", "Word"],
    ["<p onclick='x()'>H</p>", "onclick=", "the printed book, the e-book and Word"],
    ['<img src="logo.png" alt="">', '<img src="logo.png">', "the printed book, the e-book and Word"],
  ])("is found in every edition that shows the template: %s", (html, name, editions) => {
    expect(inspect({ "partials/opening.liquid": `${opening}  ${html}\n` })).toEqual([
      expect.stringContaining(
        `elements-are-known: house/partials/opening.liquid:2:3: ${name} in a template, which ${editions} cannot show`,
      ),
    ]);
  });

  it("is looked for where a template is shown, by way of others too", () => {
    expect(inspect({ "book/colophon.liquid": "<video></video>" })[0]).toMatch(/which the printed book cannot show/);
    expect(inspect({ "epub/colophon.liquid": "<video></video>" })[0]).toMatch(/which the e-book cannot show/);
    const made = { "handout/origin.liquid": '{% render "house/mark" %}', "house/mark.liquid": "<video></video>" };
    expect(inspect(made)).toEqual([expect.stringMatching(/house\/house\/mark\.liquid:1:1: .* which Word cannot show/)]);
  });

  it("is not what ours has there, what a comment says or what only rendering knows", () => {
    const shown = [
      "{% comment %}<video>{% endcomment %}<!-- <script> -->",
      '<img src="{{ image.src }}" alt=""><a href="{{ a }}">a</a>{% if a < b %}b{% endif %}',
    ];
    expect(
      inspect({ "partials/opening.liquid": opening + shown.join("\n"), "dataset/page.liquid": "<video>" }),
    ).toEqual([]);
  });
});

describe("check", () => {
  const library = { "a.md": "---\ntitle: A\n---\n\n# One\n\nText.\n", "book.yaml": "source: .\ntemplates: house\n" };

  it("tells it, and a mistake in the tokens before anything is made", async () => {
    const cwd = join(root, "library");
    mkdirSync(join(cwd, "house/book"), { recursive: true });
    for (const [path, text] of Object.entries(library)) writeFileSync(join(cwd, path), text);
    writeFileSync(join(cwd, "house/book/styel.liquid"), "");
    const { stdout, status } = await program(["check", "--no-cache"], { cwd });
    expect(stdout).toContain("house/book/styel.liquid: it takes the place of none of our templates");
    expect(status).toBe(0);
    writeFileSync(join(cwd, "house/tokens.yaml"), "colours:\n  acent: red\n");
    const refused = await program(["check", "--no-cache"], { cwd });
    expect(refused.stderr).toMatch(/house\/tokens\.yaml:2:3: colours\.acent: expected a colour/);
    expect(refused.status).toBe(2);
    writeFileSync(join(cwd, "book.yaml"), "source: .\ntemplates: hous\n");
    const lost = await program(["check", "--no-cache"], { cwd });
    expect(lost.stderr).toContain("book.yaml:2:12: templates: there is no folder hous");
  });
});
