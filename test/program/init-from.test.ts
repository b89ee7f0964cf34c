import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { runInit } from "../../src/commands/init.js";
import { UsageError } from "../../src/commands/usage-error.js";
import { parseConfig } from "../../src/config/read-config.js";
import type { Library } from "../../src/library/library.js";
import { temporaryFolder } from "../support/editions.js";
import { readFolder } from "../support/library.js";

async function draft(files: Record<string, string>): Promise<{ text: string; library: Library }> {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const book = temporaryFolder();
  await runInit(book, { from: folder });
  const text = await readFile(join(book, "book.yaml"), "utf8");
  const { read, order } = parseConfig(text, "book.yaml");
  const library = await readFolder(folder, {
    store: temporaryFolder(),
    ...(read ? { rules: read } : {}),
    order: order.by ? { by: order.by } : {},
  });
  return { text, library };
}

const sections = (name: string): string =>
  `## Title\n\n${name}\n\n## Patlet\n\nAbout ${name}.\n\n## Context\n\nText.\n`;

describe("a book.yaml drafted from somebody's library", () => {
  it("says for sections and folders in how many files they are, and builds at once", async () => {
    const { text, library } = await draft({
      "patterns/1-seed/oven.md": `${sections("Oven")}\n## Author(s)\n\n- Mira Holm\n`,
      "patterns/1-seed/rota.md": sections("Rota"),
      "patterns/2-grown/well.md": sections("Well"),
      "patterns/2-grown/gate.md": sections("Gate"),
      "patterns/templates/blank.md": sections("Blank"),
      "introduction.md": "# Welcome\n\nText.\n",
      "README.md": "About.\n",
    });
    expect(text).toContain('title: "## Title" # ## Title in 4 of 4 files');
    expect(text).toContain('summary: "## Patlet*" # ## Patlet* in 4 of 4 files');
    expect(text).toContain('contributors: "## Author*" # ## Author* in 1 of 4 files');
    expect(text).toContain("group: folder 2 # 1-seed 2, 2-grown 2");
    expect(text).toContain('{ files: "**/templates/**", as: skip } # templates, 1 file');
    expect(text).toContain("# Left out: 1 file about the library.");
    expect(library.patterns.map(({ title }) => title)).toEqual(["Oven", "Rota", "Gate", "Well"]);
    expect(library.parts.map(({ key }) => key)).toEqual(["1-seed", "2-grown"]);
    expect(library.matter.map(({ title }) => title)).toEqual(["Welcome"]);
  });

  it("keeps the fields of a library with front matter, and its groups", async () => {
    const file = (title: string, theme: string): string =>
      `---\ntitle: ${title}\nexcerpt: About ${title}.\ntheme: ${theme}\neffort: one day\nlayout: page\n---\n\nText.\n`;
    const { text, library } = await draft({
      "oven/index.md": file("Oven", "bread"),
      "rota/index.md": file("Rota", "bread"),
      "well/index.md": file("Well", "water"),
    });
    expect(text).toContain("effort: effort # effort in 3 of 3 files");
    expect(text).not.toContain("layout");
    expect(library.parts.map(({ key }) => key)).toEqual(["bread", "water"]);
    expect(library.patterns.map(({ extra }) => extra.effort)).toEqual(["one day", "one day", "one day"]);
    expect(library.fields).toEqual(["effort"]);
  });

  it("reads a vault of notes that are tied by names in brackets", async () => {
    const { library } = await draft({
      "Fair Rota.md": "---\nlarger: [[Shared Oven]]\n---\n\nWho brings wood to the [[Shared Oven]].\n",
      "Shared Oven.md": "Bakes for all.\n",
    });
    const rota = library.patterns.find(({ title }) => title === "Fair Rota");
    expect(library.relations.get(rota?.id ?? "")).toMatchObject([{ kind: "generalizes_from" }]);
  });

  it("names what a guide's own program would do: its macros, its links, the texts of its chapters", async () => {
    const { text, library } = await draft({
      "src/fire/index.md": "## Fire & Heat\n\nAll about it.\n",
      "src/fire/oven.md": "## Oven\n\n<summary>Bakes.</summary>\n\nAn {{term:oven}}, see [Well](section:well).\n",
      "src/fire/hearth.md": "## Hearth\n\nSee [Oven](section:oven) and [heat](glossary:heat).\n",
      "src/water/index.md": "## Water\n\nAll about it.\n",
      "src/water/well.md": "## Well\n\nDeep {{term:well}}.\n",
      "src/water/rain.md": "## Rain\n\nFalls.\n\n## Related\n\n- [[Well]]\n",
      "src/TEMPLATE.md": "## Name\n",
    });
    for (const line of [
      '{ files: "src/*/index.md", as: opening, fields: { group: folder 2 } } # 2 files about their folders',
      "{ files: src/TEMPLATE.md, as: skip } # templates, 1 file",
      'summary: "<summary>" # <summary> in 1 of 4 files',
      'relations: { related: [related, "## Related"] }',
      'drop: ["{{term:*}}"] # {{term:*}} in 2 of 4 files',
      '  "section:*": "*" # 2 links, 2 to the name of a file',
      '  "glossary:*": none # 1 link, no file is called so',
    ])
      expect(text).toContain(line);
    expect(library.patterns.map(({ title }) => title)).toEqual(["Hearth", "Oven", "Rain", "Well"]);
    expect(library.matter.map(({ title, as }) => `${as} ${title}`)).toEqual(["opening Fire & Heat", "opening Water"]);
  });

  it("writes over nothing", async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, "a.md"), "# A\n\nText.\n");
    await writeFile(join(folder, "book.yaml"), "source: .\n");
    await expect(runInit(folder, { from: folder })).rejects.toThrow(UsageError);
    expect(await readFile(join(folder, "book.yaml"), "utf8")).toBe("source: .\n");
  });
});
