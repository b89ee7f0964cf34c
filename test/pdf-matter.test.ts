import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultConfig } from "../src/config.js";
import { pdf } from "../src/formats/pdf/index.js";
import { pageRange, toRoman } from "../src/formats/pdf/matter/folio.js";
import { layOut } from "../src/formats/pdf/matter/piece.js";
import type { Library, NumberedPattern } from "../src/library/pattern.js";
import { numberRanges } from "../src/page/matter/number-ranges.js";
import { authorsOf, invertArticle, invertName } from "../src/page/matter/term-index/names.js";
import { buildEditions, ROOT, temporaryFolder } from "./support/editions.js";
import { linesInColumns, type PlacedText, placedTexts } from "./support/placed-text.js";
import { pageLines, pageTexts, pdfDestinations } from "./support/poppler.js";

const folder = temporaryFolder();
const CONFIG = defaultConfig();
// Between the columns, on left-hand pages and on right-hand ones.
const PAGE_MIDDLE = 213;

interface Entry {
  slug: string;
  number: number;
  title: string;
  print: { volume: number; page: number; label: string };
}

/** One volume as poppler sees it. */
interface Volume {
  number: number;
  pages: string[];
  lines: string[];
  texts: PlacedText[];
  places: Map<string, number>;
  /** Pages before the first of the body. */
  front: number;
}

describe("front and back matter", { timeout: 400_000 }, () => {
  let library: Library;
  let entries: Entry[];
  let volumes: Volume[];

  beforeAll(async () => {
    const out = join(folder, "volumes");
    ({ library } = await buildEditions({
      source: join(ROOT, "patterns"),
      out,
      formats: [pdf],
      config: {
        book: {
          ...CONFIG.book,
          slug: "book",
          title: "Our patterns",
          subtitle: "And how to use them",
          language: "en-GB",
          creators: ["The founders"],
          publisher: "A Press",
          place: "Lisbon",
          edition: "First edition",
          series: "Books in common",
          dedication: "To those who keep the minutes",
          isbn: { print: "978-0-00-000000-0" },
          license: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
        },
        pdf: { ...CONFIG.pdf, volumePages: 108 },
      },
      matches: ({ number }: NumberedPattern) => number <= 22,
    }));
    entries = JSON.parse(await readFile(join(out, "manifest.json"), "utf8")).patterns;
    const numbers = [...new Set(entries.map(({ print }) => print.volume))];
    volumes = await Promise.all(
      numbers.map((number) => openVolume(join(out, "book", `book${number > 1 ? `-vol-${number}` : ""}.pdf`), number)),
    );
  }, 400_000);

  test("come in the order of a book", () => {
    for (const { places, number } of volumes) {
      const [part = ""] = [...places.keys()].filter((name) => name.startsWith(`volume-${number}-part-`));
      const first = entries.find(({ print }) => print.volume === number)?.slug ?? "";
      const last = number === volumes.length ? ["general-index"] : [];
      const order = [
        ...["half-title", "series", "title-page", "imprint", "dedication", "contents", "guide"].map(matter),
        part,
        first,
        ...["aliases", "index", ...last, "contributors", "licence", "colophon"].map(matter),
      ];
      const pages = order.map((name) => places.get(name));
      expect(pages).toEqual([...pages].sort((a = 0, b = 0) => a - b));
      expect(new Set(pages).size).toBe(order.length);
    }
  });

  test("begin on the pages where a reader looks for them", () => {
    for (const { places } of volumes) {
      for (const name of ["half-title", "title-page", "dedication", "contents"]) {
        expect((places.get(matter(name)) ?? 0) % 2, name).toBe(1);
      }
      expect(places.get(matter("imprint"))).toBe((places.get(matter("title-page")) ?? 0) + 1);
    }
  });

  test("leave no page empty but those that are counted to bring the next to the right", () => {
    for (const { pages, places, front } of volumes) {
      const empty = pages.flatMap((text, index) => (text.trim() === "" ? [index + 1] : []));
      const starts = new Set(places.values());
      for (const page of empty) {
        expect(page % 2, `page ${page}`).toBe(0);
        expect(starts.has(page + 1), `page ${page}`).toBe(true);
      }
      expect(front % 2).toBe(0);
      expect(empty.some((page) => page <= front)).toBe(true);
    }
  });

  test("say on the imprint what the configuration knows, and how to cite the volume", () => {
    for (const { pages, places, number } of volumes) {
      const imprint = normal(pages[(places.get(matter("imprint")) ?? 1) - 1] ?? "");
      expect(imprint).toContain("First edition, 2025 A Press, Lisbon");
      expect(imprint).toContain(normal("ISBN 978-0-00-000000-0 (print)"));
      expect(imprint).toContain(
        `The founders. Our patterns: And how to use them. Volume ${number} of ${volumes.length}. First edition. Lisbon: A Press, 2025.`,
      );
    }
  });

  test("list in the contents of the first volume every pattern of all, in the others their own", () => {
    for (const volume of volumes) {
      const contents = normal(sectionLines(volume, "contents", "guide"));
      for (const { number, title, print } of entries) {
        const line = normal(`${number} ${title} ${print.label}`);
        if (volume.number === 1 || print.volume === volume.number) expect(contents).toContain(line);
        else expect(contents).not.toContain(line);
      }
    }
  });

  test("list in the contents where the sections round the patterns begin", () => {
    for (const volume of volumes) {
      const { places, front, pages } = volume;
      const contents = normal(sectionLines(volume, "contents", "guide"));
      expect(contents).toContain(`How to read this book ${toRoman(places.get(matter("guide")) ?? 0)}`);
      for (const [name, page] of places) {
        const [part] = /(?<=-part-)\d+$/.exec(name) ?? [];
        const title = part && normal(pages[page - 1] ?? "").match(/^[A-Z ]+ ([A-Z][a-z]+)/)?.[1];
        if (part) expect(contents).toContain(` ${title} ${page - front} `);
      }
      expect(contents).toContain(`Index ${(places.get(matter("index")) ?? 0) - front}`);
      expect(contents).toContain(`Colophon ${(places.get(matter("colophon")) ?? 0) - front}`);
    }
  });

  test("lead by every link to a page that holds what it names", () => {
    for (const { texts, pages, places, front } of volumes) {
      const back = places.get(matter("aliases")) ?? 0;
      const openers = new Set([...places].flatMap(([name, page]) => (name.includes("-part-") ? [page] : [])));
      const links = texts
        .filter(({ page }) => page <= front || page >= back || openers.has(page))
        .flatMap(({ page, links }) => links.map((link) => ({ ...link, page })));
      expect(links.length).toBeGreaterThan(20);
      for (const { text, target, page } of links) {
        const [, label] = /^(?:\d+:)?(\d+)(?:–\d+)?$/.exec(text) ?? [];
        if (label) expect(target - front, `${text} on page ${page}`).toBe(Number(label));
        else expect(normal(pages[target - 1] ?? ""), `page ${target}`).toContain(normal(text));
      }
    }
  });

  test("list every alias with the number, title and page of its pattern", () => {
    for (const volume of volumes) {
      const aliases = normal(sectionLines(volume, "aliases", "index"));
      for (const pattern of patternsOf(volume)) {
        for (const alias of pattern.aliases) {
          expect(aliases).toContain(normal(`${alias} ${pattern.number} ${pattern.title} ${labelOf(pattern)}`));
        }
      }
    }
  });

  test("index titles, aliases, domains, kinds, origins and authors with the pages of their patterns", () => {
    for (const volume of volumes) {
      const last = volume.number === volumes.length;
      const index = readIndex(volume, "index", last ? "general-index" : "contributors");
      for (const pattern of patternsOf(volume)) {
        for (const heading of headingsOf(pattern)) {
          expect(findPages(index, heading), `${heading} in volume ${volume.number}`).toContain(labelOf(pattern));
        }
      }
    }
  });

  test("parts an entry of many patterns into lines by title", () => {
    const index = volumes.flatMap((volume) =>
      readIndex(volume, "index", volume.number === volumes.length ? "general-index" : "contributors"),
    );
    const parted = index.filter(({ lines }) => lines.length > 0);
    expect(parted.length).toBeGreaterThan(1);
    for (const { heading, lines } of parted) {
      expect(lines.length, heading).toBeGreaterThan(5);
      for (const line of lines) {
        const [, title = "", page] = /^(.*), (\d+)(?:–\d+)?$/.exec(line) ?? [];
        const entry = entries.find((each) => normal(each.title) === normal(title));
        expect(entry?.print.label, line).toBe(page);
      }
    }
  });

  test("give the pages of a pattern to its last one", () => {
    let found = 0;
    for (const volume of volumes) {
      const index = readIndex(volume, "index", volume.number === volumes.length ? "general-index" : "contributors");
      const ranges = index.flatMap(({ lines }) => lines).map((line) => /^(.*), (\d+(?:–\d+)?)$/.exec(line));
      found += ranges.length;
      for (const [line, title = "", range] of ranges.filter((match) => match !== null)) {
        const entry = entries.find((each) => normal(each.title) === normal(title));
        const first = entry?.print.page ?? 0;
        const last = lastPage(volume, entries, first) - volume.front;
        expect(range, line).toBe(pageRange(first - volume.front, last, "en"));
      }
    }
    expect(found).toBeGreaterThan(5);
  });

  test("index in the last volume the patterns of all, by volume and page", () => {
    const last = volumes.at(-1);
    const index = last ? readIndex(last, "general-index", "contributors") : [];
    for (const pattern of library.patterns) {
      const { volume = 0, label = "" } = entries.find(({ number }) => number === pattern.number)?.print ?? {};
      for (const heading of headingsOf(pattern)) {
        expect(findPages(index, heading), heading).toContain(`${volume}:${label}`);
      }
    }
  });

  test("explain the licence in plain words and say where its text is", () => {
    for (const volume of volumes) {
      const licence = normal(sectionLines(volume, "licence", "colophon"));
      for (const words of ["You may copy", "You may change", "Give credit", "Share alike"]) {
        expect(licence).toContain(words);
      }
      expect(licence).toContain(normal("https://creativecommons.org/licenses/by-sa/4.0/"));
    }
  });

  test("say in the colophon how much of the library is in the book", () => {
    for (const { pages, places } of volumes) {
      const colophon = normal(pages[(places.get(matter("colophon")) ?? 1) - 1] ?? "");
      expect(colophon).toContain("Patterns in this book: 22; patterns in the whole library: 52.");
      expect(colophon).toContain("Source Serif 4");
    }
  });

  test("have running heads after the first page of a section and of a pattern", () => {
    for (const { pages, places, number, front, texts } of volumes) {
      const head = (at: number): string =>
        texts.flatMap(({ page, top, text }) => (page === at && top < HEAD ? [text] : [])).join(" ");
      const index = places.get(matter("index")) ?? 0;
      expect(head(index)).not.toContain("Index");
      if (!places.has(matter("general-index"))) expect(head(index + 1)).toContain("Index");
      for (const { print } of entries.filter((entry) => entry.print.volume === number)) {
        expect(pages[print.page - 1], `page ${print.page}`).not.toMatch(/ · /);
      }
      expect(pages[front + 3]).toMatch(/ · /);
    }
  });

  function labelOf({ number }: NumberedPattern): string {
    return entries.find((entry) => entry.number === number)?.print.label ?? "";
  }

  function patternsOf(volume: Volume): NumberedPattern[] {
    const own = new Set(entries.filter(({ print }) => print.volume === volume.number).map(({ number }) => number));
    return library.patterns.filter(({ number }) => own.has(number));
  }
});

describe("a book whose configuration says nothing", { timeout: 240_000 }, () => {
  test("has no hole where something could be said", async () => {
    const out = join(folder, "bare");
    await buildEditions({
      source: join(ROOT, "patterns"),
      out,
      formats: [pdf],
      matches: ({ number }: NumberedPattern) => number === 7,
    });
    const file = join(out, "book/patterns.pdf");
    const { pages, places } = await openVolume(file, 1);
    const page = (name: string): string => normal(pages[(places.get(matter(name)) ?? 1) - 1] ?? "");
    expect(page("half-title")).toBe("Patterns");
    expect(page("title-page")).toBe("Patterns");
    expect(page("imprint")).toMatch(/^2025 Licence: CCBYSA4\.0 /);
    expect(page("imprint")).not.toMatch(/undefined|null|ISBN|\(\)|, ,|: \./);
    expect(places.has(matter("series"))).toBe(false);
    expect(places.has(matter("dedication"))).toBe(false);
  });
});

describe("the parts of front and back matter", () => {
  test("shorten ranges of pages in English as the Chicago Manual does, elsewhere not at all", () => {
    const ranges: [number, number, string][] = [
      [3, 10, "3–10"],
      [71, 72, "71–72"],
      [100, 104, "100–104"],
      [1100, 1113, "1100–1113"],
      [101, 108, "101–8"],
      [808, 833, "808–33"],
      [1103, 1104, "1103–4"],
      [321, 328, "321–28"],
      [498, 532, "498–532"],
      [1087, 1089, "1087–89"],
      [1496, 1500, "1496–500"],
      [11564, 11615, "11564–615"],
      [12991, 13001, "12991–3001"],
      [7, 7, "7"],
    ];
    for (const [first, last, text] of ranges) expect(pageRange(first, last, "en-GB")).toBe(text);
    expect(pageRange(321, 328, "de")).toBe("321–328");
  });

  test("number as books do", () => {
    expect([1, 4, 9, 14, 40, 99].map(toRoman)).toEqual(["i", "iv", "ix", "xiv", "xl", "xcix"]);
    expect(numberRanges([3, 4, 5, 8, 10, 11])).toBe("3–5, 8, 10–11");
  });

  test("are brought to the right page by blanks that are counted", () => {
    const pieces = ["a", "b", "c"].map((id) => ({ id, html: "", recto: id === "b" }));
    const extent = layOut(pieces, new Map([["c", 2]]), { before: 0, even: true });
    expect(extent.places.map(({ page }) => page)).toEqual([1, 3, 4]);
    expect(extent).toMatchObject({ pages: 6, blanksBefore: ["b"], blankAtEnd: true });
  });

  test("know the authors of a source", () => {
    expect(authorsOf("Ostrom (1990), Governing the Commons")).toEqual(["Ostrom"]);
    expect(authorsOf("Cox, Arnold and Villamayor Tomás (2010), A Review")).toEqual([
      "Cox",
      "Arnold",
      "Villamayor Tomás",
    ]);
    expect(authorsOf("Belli (ed.) (2017), Community Networks")).toEqual(["Belli"]);
    expect(authorsOf("Steinmacher et al. (2015), A Review")).toEqual(["Steinmacher"]);
    expect(authorsOf("Lave, J., & Wenger, E. (1991). Situated Learning")).toEqual(["Lave", "Wenger"]);
    expect(authorsOf("Commons Theory")).toEqual([]);
  });

  test("put names and titles as an index lists them", () => {
    expect(invertName("Carl Jung")).toBe("Jung, Carl");
    expect(invertName("Bessel van der Kolk")).toBe("van der Kolk, Bessel");
    expect(invertName("Aristotle")).toBe("Aristotle");
    expect(invertArticle("The Shadow of the Future", ["The", "A"])).toBe("Shadow of the Future, The");
    expect(invertArticle("Theory", ["The"])).toBe("Theory");
  });
});

async function openVolume(file: string, number: number): Promise<Volume> {
  const places = new Map((await pdfDestinations(file)).map(({ name, page }) => [name, page]));
  const openers = [...places].flatMap(([name, page]) => (name.includes("-part-") ? [page] : []));
  return {
    number,
    places,
    pages: await pageTexts(file),
    lines: await pageLines(file),
    texts: await placedTexts(file),
    front: Math.min(...openers) - 1,
  };
}

/** The last page before what begins next that has anything on it. */
function lastPage({ places, pages }: Volume, entries: readonly Entry[], first: number): number {
  const slugs = new Set(entries.map(({ slug }) => slug));
  const openings = [...places].filter(([name]) => slugs.has(name) || /-part-\d+$|^matter--/.test(name));
  let last = Math.min(...openings.map(([, page]) => page).filter((page) => page > first)) - 1;
  while (last > first && pages[last - 1]?.trim() === "") last--;
  return last;
}

function matter(name: string): string {
  return `matter--${name}`;
}

/** The lines of a section, those of the next left out. */
function sectionLines({ lines, places }: Volume, from: string, to: string): string {
  const [first = 1, next = 1] = [places.get(matter(from)), places.get(matter(to))];
  return lines.slice(first - 1, next - 1).join(" ");
}

interface IndexEntry {
  heading: string;
  /** Pages after the heading and after the lines under it. */
  pages: string[];
  lines: string[];
  see?: string;
}

const SUBENTRY_INDENT = 10;
const RUN_OVER_INDENT = 20;
const HEAD = 60;

/** The index as a reader reads it: entries at the edge of a column, lines under them, run-overs further in. */
function readIndex({ texts, places }: Volume, from: string, to: string): IndexEntry[] {
  const [first = 1, next = 1] = [places.get(matter(from)), places.get(matter(to))];
  const columns = texts.filter(({ page, top }) => page >= first && page < next && top > (page === first ? 155 : HEAD));
  const lines: { indent: number; text: string }[] = [];
  for (const { indent, text } of linesInColumns(columns, PAGE_MIDDLE)) {
    const last = lines.at(-1);
    const isRunOver = last && indent > (last.indent > 5 ? RUN_OVER_INDENT : SUBENTRY_INDENT) + 5;
    if (isRunOver) last.text = `${last.text.trimEnd()} ${text}`;
    else lines.push({ indent, text });
  }
  const entries: IndexEntry[] = [];
  for (const { indent, text } of lines) {
    const again = /^(.*) \(continued\)$/.exec(text.trim())?.[1];
    if (again !== undefined) expect(key(again)).toBe(key(entries.at(-1)?.heading ?? ""));
    else if (indent > 5) entries.at(-1)?.lines.push(text.trim());
    else entries.push(readEntry(text));
  }
  return entries.map((entry) => ({ ...entry, pages: [...entry.pages, ...entry.lines.flatMap(pagesIn)] }));
}

function readEntry(text: string): IndexEntry {
  const [, alias, see] = /^(.*)\. See (.*)$/.exec(text) ?? [];
  if (alias && see) return { heading: alias, pages: [], lines: [], see: see.trim() };
  return { heading: text.replace(/(?:, (?:\d+:)?\d+(?:–\d+)?)+\s*$/, "").trim(), pages: pagesIn(text), lines: [] };
}

function pagesIn(text: string): string[] {
  return [...text.matchAll(/, ((?:\d+:)?\d+)(?=–\d+|,|\s*$)/g)].map(([, page = ""]) => page);
}

/** The pages of a heading, however it is written; those of the heading that it sends the reader to. */
function findPages(index: readonly IndexEntry[], heading: string): string[] {
  const entry = index.find((each) => key(each.heading) === key(heading));
  if (!entry?.see) return entry?.pages ?? [];
  return index.find((each) => key(each.heading) === key(entry.see ?? ""))?.pages ?? [];
}

/** What a pattern must be found under. */
function headingsOf({ title, aliases, domain, categories, origins, sources }: NumberedPattern): string[] {
  const surnames = sources.flatMap((source) => [/^\p{L}+/u.exec(source)?.[0] ?? ""]);
  const names = [title, ...aliases].map((name) => name.replace(/^(The|A|An) (.*)$/, "$2, $1"));
  return [...names, domain, ...categories, ...origins, ...surnames.filter((name) => /^\p{Lu}/u.test(name))];
}

function key(text: string): string {
  return normal(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** One line, quotes straight, without hyphens: poppler drops those at line ends, soft or hard. */
function normal(text: string): string {
  return text
    .replace(/[\u00ad-]\n?/g, "")
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}
