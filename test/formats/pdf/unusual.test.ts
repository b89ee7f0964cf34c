import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { pdf } from "../../../src/formats/pdf/index.js";
import { pageGeometry } from "../../../src/formats/pdf/trim.js";
import type { Finding } from "../../../src/library/rules/rule.js";
import { buildEditions, readingEdition, temporaryFolder } from "../../support/editions.js";
import { charactersBySize, lineBoxes, type PageLines, pageTexts } from "../../support/poppler.js";

const folder = temporaryFolder();
const geometry = pageGeometry("6x9in", 14);
const SENTENCE = "Those who cut the reeds meet on the dyke each spring and say who cut where. ";
const LONG = "Unterallmendwasserverteilungsgenossenschaftsversammlung".repeat(4).slice(0, 200);
const ARABIC = "يجتمع الرعاة كل ربيع ثم يتفقون على من يحش وأين.";
const SIGNS = "Keycap 1️⃣, a family 👨‍👩‍👧‍👦, a flag 🇨🇭, a heart ❤️, 🌱 ✅ ⚠️ ★★☆ ∑ ½. IPA: ðə. 繁體字與日本語。";

/** A pattern by its slug; what is under `more` stands in its front matter. */
function write(library: string, slug: string, title: string, body: string, more = ""): void {
  const head = `id: ${slug}\nslug: ${slug}\ntitle: ${title}\nlicense: CC-BY-SA-4.0\ntags: { universality: domain, domain: reeds, category: [rule] }`;
  writeFileSync(join(library, `${slug}.md`), `---\n${head}\n${more}---\n\n${body}\n`);
}

describe("unusual input in print", () => {
  const file = join(folder, "out/book/patterns.pdf");
  let pages: PageLines[];
  let texts: string[];
  let reported: Finding[];

  beforeAll(async () => {
    const library = join(folder, "library");
    mkdirSync(library);
    write(library, "plain", "Common Reeds", `${`${SENTENCE.repeat(6)}\n\n`.repeat(30)}`);
    write(library, "signs", "🌱 Seeds of Reeds", `${SIGNS}\n\n| 🌱 | ✅ |\n|---|---|\n| Οι βοσκοί | пастухи |`);
    write(library, "long", LONG, SENTENCE, `aliases: [${LONG.slice(4)}]\nrelated: [plain, arabic]\n`);
    write(library, "arabic", "المرعى المشترك", `${ARABIC}\n\n- أولاً\n\nAn English line.`, "related: [plain]\n");
    const nobody = Array.from({ length: 80 }, (_, at) => `nowhere-${at}`).join();
    write(library, "broken", "Many Names", SENTENCE, `related: [${nobody}]\ncontributors: [Ada 𓀀]\n`);
    const nested = Array.from({ length: 8 }, (_, at) => `${"> ".repeat(at + 1)}${SENTENCE}\n${"> ".repeat(at + 1)}\n`);
    write(library, "nested", "Words within Words", nested.join(""));
    ({ reported } = await buildEditions({
      source: library,
      out: join(folder, "out"),
      formats: [pdf],
      config: readingEdition,
      cacheFolder: join(folder, "cache"),
    }));
    pages = await lineBoxes(file);
    texts = (await pageTexts(file)).map((text) => text.replaceAll("\u00ad", ""));
  });

  function linesWith(words: string): { page: number; left: number; right: number }[] {
    return pages.flatMap(({ lines }, page) =>
      lines.filter(({ text }) => text.includes(words)).map(({ left, right }) => ({ page, left, right })),
    );
  }

  test("no word is lost to a font that comes late", () => {
    const found = texts.join(" ").match(/\breeds\b/g) ?? [];
    expect(found.length).toBe(6 * 30 + 1 + 1 + 8);
    expect(texts.join(" ")).toMatch(/Keycap.*IPA/s);
  });

  test("a name of two hundred letters without a space shrinks no page and runs past none", async () => {
    const [[commonest] = [0]] = [...(await charactersBySize(file, 1, pages.length))].sort(([, a], [, b]) => b - a);
    expect(commonest).toBe(10);
    for (const [index, { width, lines }] of pages.entries()) {
      const right = width - (index % 2 === 0 ? geometry.outer : geometry.inner);
      for (const line of lines) expect(line.right, `page ${index + 1}: ${line.text}`).toBeLessThan(right + 3);
    }
  });

  test("Arabic in an English book stands on the right, its bullets too; the words of the book do not", () => {
    const [bullet] = linesWith("•").filter(({ page }) => texts[page]?.includes("An English line"));
    const [english] = linesWith("An English line.");
    const recto = (english?.page ?? 0) % 2 === 0;
    const [left, right] = recto
      ? [geometry.inner, geometry.width - geometry.outer]
      : [geometry.outer, geometry.width - geometry.inner];
    expect(bullet?.left).toBeGreaterThan(right - 60);
    const arabic = pages[english?.page ?? 0]?.lines.filter(({ text }) => /[\u0600-\u06ff\ufb50-\ufefc]/.test(text));
    const ends = arabic?.filter(({ right: end }) => Math.abs(end - right) < 3) ?? [];
    // The title and the text.
    expect(ends.length).toBeGreaterThan(1);
    expect(english?.left).toBeLessThan(left + 2);
    const [also] = linesWith("See also").filter(({ page }) => page === english?.page);
    expect(also?.left).toBeLessThan(left + 2);
  });

  test("a sign before the first letter changes no place in the index, and every letter comes once", () => {
    const index = pages.filter((_, at) => /\b(Index|bold type)\b/.test(texts[at] ?? ""));
    const letters = index.flatMap(({ width, lines }) => {
      const initials = lines.filter(({ text }) => /^\p{Lu}$/u.test(text.trim()));
      const isLeft = ({ left }: { left: number }): boolean => left < width / 2 - 6;
      const down = [initials.filter(isLeft), initials.filter((line) => !isLeft(line))].map((column) =>
        column.toSorted((a, b) => a.top - b.top),
      );
      return down.flat().map(({ text }) => text.trim());
    });
    expect(letters).toContain("S");
    expect(new Set(letters).size).toBe(letters.length);
    const latin = letters.filter((letter) => /[A-Z]/.test(letter));
    expect(latin).toEqual([...latin].sort());
  });

  test("a name that no font has the letters for is told of", () => {
    const uncovered = reported.filter(({ rule }) => rule === "fonts-cover-text");
    expect(uncovered.map(({ file: where }) => where)).toEqual(["broken.md"]);
    expect(uncovered[0]?.found).toContain("𓀀 (U+13000)");
  });

  test("what closes a pattern and is long begins below the text", () => {
    const first = texts.find((text) => text.includes("Many Names") && text.includes("each spring"));
    expect(first).toContain("nowhere-0");
  });

  test("a quotation in eight others keeps room for its words", () => {
    const [start] = texts.flatMap((text, page) =>
      text.includes("Words within Words") && /\bcut\b/.test(text) ? [page] : [],
    );
    const lines = pages[start ?? 0]?.lines.filter(({ text }) => /reeds|spring/.test(text)) ?? [];
    expect(lines.length).toBeGreaterThan(8);
    for (const { left, right } of lines) expect(right - left).toBeGreaterThan(100);
  });
});
