import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultConfig } from "../src/config.js";
import { pdf } from "../src/formats/pdf/index.js";
import { buildEditions, temporaryFolder } from "./support/editions.js";
import { pageTexts, pdfDestinations } from "./support/poppler.js";

const folder = temporaryFolder();
const DOMAINS = ["ageing", "bridges", "care", "dykes", "energy", "forests", "grain", "housing"];
const EACH = 3;

/** Three patterns to a chapter: their list is a little longer than what the usual space above it leaves of a small page. */
function writeLibrary(library: string): void {
  mkdirSync(library);
  for (const domain of DOMAINS) {
    for (let at = 1; at <= EACH; at++) {
      const front = `slug: ${domain}-${at}\ntitle: ${domain} ${at}\ntags: { universality: domain, domain: ${domain} }`;
      writeFileSync(join(library, `${domain}-${at}.md`), `---\n${front}\n---\n\n# 1. Overview\n\nShort.\n`);
    }
  }
}

test("a part's list that is a little too long for its opener has less space above it, and no page of its own for its end", async () => {
  const library = join(folder, "library");
  writeLibrary(library);
  const config = defaultConfig();
  await buildEditions({
    source: library,
    out: join(folder, "out"),
    formats: [pdf],
    config: { pdf: { ...config.pdf, trim: "a5", cover: false, press: false } },
  });
  const file = join(folder, "out/book/patterns.pdf");
  const places = new Map((await pdfDestinations(file)).map(({ name, page }) => [name, page]));
  const opener = places.get("volume-1-part-1") ?? 0;
  expect(places.get("ageing-1")).toBe(opener + 1);
  expect((await pageTexts(file))[opener - 1]).toMatch(/ageing 1[\s\S]*housing 3/);
});
