import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/read-config.js";
import { dataset } from "../../src/formats/dataset/index.js";
import { docx } from "../../src/formats/docx/index.js";
import { buildEditions, temporaryFolder } from "../support/editions.js";

const HOSTILE = [
  "con",
  "aux",
  "nul",
  "com1",
  "lpt9",
  "CON.",
  "Con",
  "trailing. ",
  "a/b",
  "..",
  'q?*<>|"',
  "Ünï",
  "x".repeat(300),
  `${"x".repeat(300)}y`,
  "漢字",
  "",
];

// Every name that Windows refuses or changes (“Naming Files, Paths, and Namespaces”).
const REFUSED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[<>:"/\\|?*]|[. ]$/i;

describe("the names of files, whatever patterns are called", () => {
  const folder = temporaryFolder();
  let files: string[];
  let kept: number;

  beforeAll(async () => {
    const source = join(folder, "library");
    await mkdir(source, { recursive: true });
    await Promise.all(
      HOSTILE.map((slug, at) => writeFile(join(source, `${at}.md`), patternCalled(slug, `Pattern ${at}`))),
    );
    const config = { docx: { ...defaultConfig().docx, cards: false } };
    const { library } = await buildEditions({ source, out: join(folder, "out"), formats: [docx, dataset], config });
    kept = library.patterns.length;
    files = await readdir(join(folder, "out"), { recursive: true });
  });

  const names = (path: RegExp): string[] =>
    files.filter((file) => path.test(file)).map((file) => file.replace(/^.*\//, ""));

  it("are there for every pattern that is not refused for having the slug of another", () => {
    expect(kept).toBeGreaterThan(10);
    expect(names(/^handouts\/.*\.docx$/)).toHaveLength(kept);
    expect(names(/^dataset\/patterns\/.*\.jsonld$/)).toHaveLength(kept);
  });

  it("are none that Windows refuses, none too long for a zip, and differ by more than capitals", () => {
    const all = [...names(/^handouts\/.*\.docx$/), ...names(/^dataset\/patterns\/.*\.jsonld$/)];
    expect(all.filter((name) => REFUSED.test(name) || name.length > 140)).toEqual([]);
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
  });

  it("stand in the order of the book", () => {
    const numbers = names(/^handouts\/.*\.docx$/)
      .sort()
      .map((name) => Number.parseInt(name, 10));
    expect(numbers).toEqual(Array.from({ length: kept }, (_, at) => at + 1));
  });
});

function patternCalled(slug: string, title: string): string {
  return `---\nslug: ${JSON.stringify(slug)}\ntitle: ${title}\ntags: { universality: domain, domain: technology }\n---\n# 1. Overview\n\nText.\n`;
}
