import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { pageRange } from "../../../src/formats/pdf/matter/folio.js";
import type { Library } from "../../../src/library/library.js";
import type { NumberedPattern } from "../../../src/library/pattern.js";
import { numberRanges } from "../../../src/page/matter/number-ranges.js";
import { toRoman } from "../../../src/page/roman.js";
import { buildEditions, ROOT, readingEdition, temporaryFolder } from "../../support/editions.js";
import { ownFields } from "../../support/own-library.js";
import { findPages, findSurname, HEAD, headingsOf, readIndex, surnamesOf } from "../../support/printed-index.js";
import {
  type Entry,
  lastPage,
  matter,
  normal,
  openVolume,
  sectionLines,
  type Volume,
} from "../../support/printed-matter.js";

const folder = temporaryFolder();
const CONFIG = defaultConfig();

describe("front and back matter", () => {
  let library: Library;
  let entries: Entry[];
  let volumes: Volume[];

  beforeAll(async () => {
    const out = join(folder, "volumes");
    // One thing that all of them are about: its entry has more pages than stand in a row.
    const source = join(folder, "patterns");
    await cp(join(ROOT, "patterns"), source, { recursive: true });
    for (const name of (await readdir(source)).filter((each) => each.endsWith(".md"))) {
      const text = await readFile(join(source, name), "utf8");
      const about = "graph_garden: { entities: [{ id: meeting, label: Meeting, relevance: 1 }] }";
      await writeFile(join(source, name), text.replace(/^---\n/, `---\n${about}\n`));
    }
    ({ library } = await buildEditions({
      source,
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
        pdf: { ...readingEdition.pdf, volumePages: 108 },
      },
      matches: ({ number }: NumberedPattern) => number <= 22,
    }));
    entries = JSON.parse(await readFile(join(out, "manifest.json"), "utf8")).patterns;
    const numbers = [...new Set(entries.map(({ print }) => print.volume))];
    volumes = await Promise.all(
      numbers.map((number) => openVolume(join(out, "book", `book${number > 1 ? `-vol-${number}` : ""}.pdf`), number)),
    );
  });

  test("come in the order of a book", () => {
    for (const { places, number } of volumes) {
      const [part = ""] = [...places.keys()].filter((name) => name.startsWith(`volume-${number}-part-`));
      const first = entries.find(({ print }) => print.volume === number)?.slug ?? "";
      const last = number === volumes.length ? ["general-index"] : [];
      const order = [
        ...["half-title", "series", "title-page", "imprint", "dedication"].map(matter),
        ...(number === 1 ? ["brief", "contents", "other-volumes", "guide"] : ["contents", "guide"]).map(matter),
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
    for (const { places, number } of volumes) {
      for (const name of ["half-title", "title-page", "dedication", number === 1 ? "brief" : "contents"]) {
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

  test("list in the contents of a volume its own patterns, and in the first volume those of the others apart", () => {
    for (const volume of volumes) {
      const contents = normal(sectionLines(volume, "contents", volume.number === 1 ? "other-volumes" : "guide"));
      const others = volume.number === 1 ? normal(sectionLines(volume, "other-volumes", "guide")) : "";
      for (const { number, title, print } of entries) {
        const line = normal(`${number} ${title} ${print.label}`);
        expect(contents.includes(line), line).toBe(print.volume === volume.number);
        if (volume.number === 1) expect(others.includes(line), line).toBe(print.volume !== volume.number);
      }
    }
  });

  test("say in the first volume in brief what all of them hold, and where each begins and ends", () => {
    const [first] = volumes;
    const brief = first ? normal(sectionLines(first, "brief", "contents")) : "";
    const series = first ? normal(sectionLines(first, "series", "title-page")) : "";
    for (const part of library.parts) {
      for (const { name, patterns } of part.chapters) {
        const numbers = patterns.map(({ number }) => number);
        const volumesOf = new Set(
          numbers.map((number) => entries.find((entry) => entry.number === number)?.print.volume),
        );
        if (!name || volumesOf.size > 1) continue;
        expect(brief).toContain(normal(`${name[0]?.toUpperCase()}${name.slice(1)} ${numberRanges(numbers)}`));
      }
    }
    for (const volume of volumes) expect(brief).toContain(`VOLUME ${volume.number} `);
    expect(series).toMatch(/Patterns 1–\d+/);
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

  test("index titles, aliases and origins with the pages of their patterns, authors with that of their work", () => {
    for (const volume of volumes) {
      const last = volume.number === volumes.length;
      const index = readIndex(volume, "index", last ? "general-index" : "contributors");
      for (const pattern of patternsOf(volume)) {
        for (const heading of headingsOf(pattern)) {
          expect(findPages(index, heading), `${heading} in volume ${volume.number}`).toContain(labelOf(pattern));
        }
        for (const surname of surnamesOf(pattern)) {
          const pages = findSurname(index, surname);
          expect(pages.length, `${surname} in volume ${volume.number}`).toBeGreaterThan(0);
          for (const page of pages) {
            expect(normal(volume.pages[volume.front + Number(page) - 1] ?? ""), page).toContain(normal(surname));
          }
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
      expect(colophon).toContain(
        `Patterns in this book: 22; patterns in the whole library: ${ownFields("slug").length}.`,
      );
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

describe("a book whose configuration says nothing", () => {
  test("has no hole where something could be said", async () => {
    const out = join(folder, "bare");
    await buildEditions({
      source: join(ROOT, "patterns"),
      out,
      formats: [pdf],
      config: readingEdition,
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
