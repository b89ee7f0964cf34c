import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { pageTexts, pdfDestinations } from "../../support/poppler.js";

const folder = temporaryFolder();
const DOMAINS = ["ageing", "bridges", "care", "dykes", "energy", "forests", "grain", "housing"];
const EACH = 3;

/** So many patterns to a chapter; and a part of one pattern after theirs, since a book of one part has no opener. */
function writeLibrary(library: string, domains: readonly string[], each = EACH): void {
  mkdirSync(library);
  const other = "slug: other\ntitle: Other\ntags: { universality: implementation, domain: ageing }";
  writeFileSync(join(library, "other.md"), `---\n${other}\n---\n\n# 1. Overview\n\nShort.\n`);
  for (const domain of domains) {
    for (let at = 1; at <= each; at++) {
      const front = `slug: ${domain}-${at}\ntitle: ${domain} ${at}\ntags: { universality: domain, domain: ${domain} }`;
      writeFileSync(join(library, `${domain}-${at}.md`), `---\n${front}\n---\n\n# 1. Overview\n\nShort.\n`);
    }
  }
}

// Their lists are a little longer than what the usual space above them leaves: in two columns, and in one.
test.each([
  ["a5", DOMAINS, "housing 3"],
  [{ width: "110mm", height: "178mm" }, DOMAINS.slice(0, 3), "care 3"],
] as const)(
  "a part's list that is a little too long for its opener has less space above it, and no page of its own for its end",
  async (trim, domains, last) => {
    const place = join(folder, domains.length.toString());
    mkdirSync(place);
    writeLibrary(join(place, "library"), domains);
    const config = defaultConfig();
    await buildEditions({
      source: join(place, "library"),
      out: join(place, "out"),
      formats: [pdf],
      config: { pdf: { ...config.pdf, trim, cover: false, press: false } },
    });
    const file = join(place, "out/book/patterns.pdf");
    const places = new Map((await pdfDestinations(file)).map(({ name, page }) => [name, page]));
    const opener = places.get("volume-1-part-1") ?? 0;
    expect(places.get("ageing-1")).toBe(opener + 1);
    const [, text = ""] = (await pageTexts(file))[opener - 1]?.split("ageing 1") ?? [];
    expect(text).toContain(last);
  },
);

test("part and chapter are said again where a page or a column begins within their list, on paper alone", async () => {
  const place = join(folder, "long");
  mkdirSync(place);
  writeLibrary(join(place, "library"), ["forests"], 60);
  const config = defaultConfig();
  await buildEditions({
    source: join(place, "library"),
    out: join(place, "out"),
    formats: [pdf],
    config: { pdf: { ...config.pdf, cover: false, press: false } },
  });
  const file = join(place, "out/book/patterns.pdf");
  const places = new Map((await pdfDestinations(file)).map(({ name, page }) => [name, page]));
  const pages = await pageTexts(file);
  const contents = places.get("matter--contents") ?? 0;
  expect(pages[contents - 1]).not.toContain("(continued)");
  expect(pages[contents]).toMatch(/Domain\s+\(continued\)\s+Forests\s+\(continued\)/);
  const opener = pages[(places.get("volume-1-part-1") ?? 0) - 1] ?? "";
  expect(opener.match(/\(continued\)/g)).toHaveLength(1);
  // What a screen reader is given.
  const { stdout } = await promisify(execFile)("pdfinfo", ["-struct-text", file], { maxBuffer: 64_000_000 });
  expect(stdout).toContain("forests 60");
  expect(stdout).not.toContain("(continued)");
});
