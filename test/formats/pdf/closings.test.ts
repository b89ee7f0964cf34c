import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { pageGeometry } from "../../../src/formats/pdf/trim.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { lineBoxes, type PageLines, pageTexts, pdfDestinations } from "../../support/poppler.js";

const folder = temporaryFolder();
const EACH = 14;
const { head, block } = pageGeometry("a5", 14);

const two = (number: number): string => String(number).padStart(2, "0");
const items = (count: number, word: string): string[] => Array.from({ length: count }, (_, at) => `${word} ${at + 1}`);

interface Kind {
  name: string;
  relations: string;
  sources: number;
  end: string;
}

/** What may close a pattern, each after a text that ends somewhere else on its page. */
const KINDS: Kind[] = [
  {
    name: "crowded",
    relations: `related: [${items(24, "a slug that nobody has written yet").join(", ").replaceAll(" ", "-").replaceAll(",-", ", ")}]`,
    sources: 18,
    end: "# 2. Resources & References\n\n[1] Reeds, Ann. *The Cutting of Reeds*. 2001.\n\n[2] Reeds, Ben. *The Binding of Reeds*. 2002.",
  },
  {
    name: "nested",
    relations: "related: []",
    sources: 14,
    end: `# 2. Resources & References\n\n${["Books", "Places", "Papers"]
      .map(
        (word) =>
          `- **${word}:**\n${items(15, word)
            .map((item) => `    - ${item}, which says in some words how reeds are cut and who may cut them`)
            .join("\n")}`,
      )
      .join("\n")}`,
  },
  {
    name: "scored",
    relations: "related: [crowded-01, crowded-02, nested-01, nested-02]",
    sources: 3,
    end: "# 2. Vitality\n\nThe scores stand below, since no section of the text is about them.",
  },
  {
    name: "mapped",
    relations: "related: [crowded-01, crowded-02, nested-01]\nenables: [nested-02, nested-03]",
    sources: 9,
    end: "# 2. Resources & References\n\n[1] Reeds, Ann. *The Cutting of Reeds*. 2001.",
  },
];

/** Addresses, each a letter longer than the one before: one of them fills its line. */
function addresses(count: number): string[] {
  return Array.from(
    { length: count },
    (_, at) => `https://example.org/on-the-cutting-of-reeds-in-the-${"h".repeat(at + 1)}`,
  );
}

const SCORED = "ontology: { domain: governance, commons_assessment: { openness: 4, governance: 3, sharing: 5 } }";

function source({ name, relations, sources, end }: Kind, at: number): string {
  const front = [
    `slug: ${name}-${two(at)}`,
    `title: ${name} ${two(at)}`,
    name === "scored" ? SCORED : "tags: { universality: universal, domain: governance, commons_alignment: 4 }",
    relations,
    `sources: [${addresses(sources).join(", ")}]`,
    "license: CC-BY-SA-4.0",
  ];
  const text = `# 1. Overview\n\n${items(at * 4, "- stake").join("\n")}`;
  return `---\n${front.join("\n")}\n---\n\n${text}\n\n${end}\n`;
}

describe("what closes a pattern on a small page", () => {
  const file = join(folder, "out/book/patterns.pdf");
  let texts: string[];
  /** The pages of each pattern, by its slug. */
  let pagesOf: Map<string, { text: string; lines: PageLines["lines"] }[]>;

  beforeAll(async () => {
    const library = join(folder, "library");
    mkdirSync(library);
    for (const kind of KINDS) {
      for (let at = 1; at <= EACH; at++) writeFileSync(join(library, `${kind.name}-${two(at)}.md`), source(kind, at));
    }
    const config = defaultConfig();
    await buildEditions({
      source: library,
      out: join(folder, "out"),
      formats: [pdf],
      config: { pdf: { ...config.pdf, trim: "a5", cover: false, press: false } },
    });
    texts = await pageTexts(file);
    const boxes = await lineBoxes(file);
    const pages = texts.map((text, at) => ({
      text,
      lines: (boxes[at]?.lines ?? []).filter(({ top }) => top > head - 2).sort((a, b) => a.bottom - b.bottom),
    }));
    const starts = (await pdfDestinations(file)).filter(({ name }) =>
      /^(?:(?:crowded|nested|scored|mapped)-\d\d|volume-1-part-\d|matter--index)$/.test(name),
    );
    starts.sort((a, b) => a.page - b.page);
    pagesOf = new Map(
      starts.slice(0, -1).flatMap(({ name, page }, at): [string, typeof pages][] => {
        if (name.startsWith("volume")) return [];
        const next = starts[at + 1];
        const own = pages.slice(page - 1, (next?.page ?? 1) - 1);
        // Before a part's opener, which is on a right-hand page, the left one may be blank.
        return [[name, next?.name.startsWith("volume") && own.at(-1)?.lines.length === 0 ? own.slice(0, -1) : own]];
      }),
    );
  });

  test("is a record on one page, whatever stands before it", () => {
    expect(pagesOf.size).toBe(KINDS.length * EACH);
    for (const pages of pagesOf.values()) {
      const records = pages.filter(({ text }) => /Short\s+name/.test(text));
      expect(records).toHaveLength(1);
      expect(records[0]?.text).toMatch(/^Sources https/m);
    }
  });

  test("leaves no page before it two thirds empty, and none with a few lines", () => {
    for (const [slug, pages] of pagesOf) {
      for (const { lines } of pages.slice(0, -1)) {
        expect((lines.at(-1)?.bottom ?? 0) - head, slug).toBeGreaterThan(block * 0.4);
      }
      expect(pages.at(-1)?.lines.length, slug).toBeGreaterThan(5);
    }
  });

  test("leaves its band with the text where there is room for it, and goes over whole where there is not", () => {
    let parted = 0;
    for (let at = 1; at <= EACH; at++) {
      const [before, last] = (pagesOf.get(`mapped-${two(at)}`) ?? []).slice(-2);
      if (!before || !last) continue;
      const band = last.lines.filter(({ text }) => /^(?:Enables|See also)/.test(text));
      const record = last.lines.find(({ text }) => text.startsWith("Sources"));
      const free = head + block - (before.lines.at(-1)?.bottom ?? 0);
      if (before.lines.some(({ text }) => text.startsWith("See also"))) {
        expect(band).toEqual([]);
        parted += last.lines[0]?.text.startsWith("Sources") ? 1 : 0;
      } else if (last.lines.some(({ text }) => text.startsWith("Enables"))) {
        expect(band).toHaveLength(2);
        expect(free, `mapped-${two(at)}`).toBeLessThan((record?.top ?? 0) - head + 14);
      }
    }
    expect(parted).toBeGreaterThan(1);
  });

  test("is followed by sources none of which has its numbers alone on a line", async () => {
    const from = (await pdfDestinations(file)).find(({ name }) => name === "matter--contributors")?.page ?? 0;
    const lines = (await lineBoxes(file))
      .slice(from - 1, from + 1)
      .flatMap((page) => page.lines.filter(({ top }) => top > head - 2));
    expect(lines.filter(({ text }) => /: 1–\d+$/.test(text)).length).toBeGreaterThan(10);
    expect(lines.filter(({ text }) => /^\d+–\d+$/.test(text))).toEqual([]);
  });

  test("is read as words where capitals are spaced", () => {
    const text = texts.join("\n");
    for (const label of ["COMMONS ALIGNMENT", "PART ONE", "DOMAIN", "LEVEL"])
      expect(text).toMatch(new RegExp(`^${label}$`, "m"));
  });
});
