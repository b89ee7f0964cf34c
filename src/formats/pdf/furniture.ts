import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Part } from "../../library/pattern.js";
import { domainName, word } from "../../page/locale.js";
import type { Destinations } from "./destinations.js";
import { inParallel } from "./parallel.js";
import type { Layout, VolumePlan } from "./plan.js";
import type { Press } from "./press.js";
import { print } from "./print.js";
import { writeDocument } from "./sheets.js";

/** Room of a volume's front matter. */
export interface FrontExtent {
  /** An even number: the body begins on a right-hand page. */
  pages: number;
  /** Whether the last of them is a blank that makes them even. */
  blank: boolean;
}

/** What stands round the patterns: front matter and part openers. */
export interface Furniture {
  front: Map<number, FrontExtent>;
  /** Pages of a part's opener, by volume and part. */
  openers: Map<number, Map<number, number>>;
}

/** The front matter of a volume: title page, imprint, contents. */
export function composeFront(press: Press, layout: Layout, volume: VolumePlan): string {
  const { templates, locale, config, date } = press.context;
  const scope = {
    words: locale.words,
    book: { ...config.book, subtitle: config.book.subtitle ?? null },
    volume: { id: frontId(volume), number: volume.number, count: layout.volumes.length },
    year: date.getUTCFullYear(),
    ...imprintOf(press),
    // The first volume lists the contents of all.
    volumes: (volume.number === 1 ? layout.volumes : [volume]).map((each) => ({
      number: each.number,
      parts: listParts(press, layout, each, each === volume),
    })),
  };
  const pages = ["book/title-page", "book/imprint", "book/contents"].map((name) => templates.render(name, scope));
  return pages.join("\n");
}

/** The opening page of a part in a volume. */
export function composeOpener(press: Press, layout: Layout, volume: VolumePlan, part: number): string {
  const { templates, locale } = press.context;
  const [entry] = listParts(press, layout, volume, true).filter(({ number }) => number === part);
  return templates.render("book/part", { words: locale.words, part: entry });
}

/** The id of a part's opener in a volume. */
export function partId(volume: number, part: number): string {
  return `volume-${volume}-part-${part}`;
}

function frontId({ number }: VolumePlan): string {
  return `volume-${number}-front`;
}

function imprintOf({ library, context: { config } }: Press): object {
  const unique = (values: readonly (string | undefined)[]): string[] => [
    ...new Set(values.filter((value): value is string => value !== undefined)),
  ];
  const { license, attribution } = config.book;
  const licences = license
    ? [license]
    : unique(library.patterns.map((pattern) => pattern.license)).map((name) => ({ name, url: null }));
  return {
    licences,
    attributions: attribution ? [attribution] : unique(library.patterns.map((pattern) => pattern.attribution)),
    contributors: unique(library.patterns.flatMap(({ contributors }) => contributors.map(({ name }) => name))),
  };
}

function listParts({ library, context: { locale } }: Press, layout: Layout, volume: VolumePlan, linked: boolean) {
  const inVolume = new Set(volume.sheets.flatMap((sheet) => (sheet.kind === "pattern" ? [sheet.id] : [])));
  const entries = (part: Part) =>
    part.chapters
      .map(({ domain, patterns }) => ({
        name: domainName(locale, domain),
        patterns: patterns
          .filter(({ id }) => inVolume.has(id))
          .map(({ id, number, title, slug }) => ({
            number,
            title,
            href: linked ? `#${slug}` : null,
            page: layout.locations.get(id)?.label ?? "",
          })),
      }))
      .filter(({ patterns }) => patterns.length > 0);
  return library.parts
    .map((part) => ({
      number: part.number,
      id: partId(volume.number, part.number),
      href: linked ? `#${partId(volume.number, part.number)}` : null,
      name: word(locale, `universality.${part.universality}.name`),
      sentence: word(locale, `universality.${part.universality}.sentence`),
      ordinal: word(locale, `ordinals.${part.number - 1}`),
      chapters: entries(part),
    }))
    .filter(({ chapters }) => chapters.length > 0);
}

/** Prints front matter and openers of all volumes once, to count their pages. */
export async function measureFurniture(press: Press, layout: Layout): Promise<Furniture> {
  const { cache, pool, scratch } = press.context;
  const pieces = layout.volumes.flatMap((volume) => [
    { id: frontId(volume), html: composeFront(press, layout, volume) },
    ...volume.sheets.flatMap((sheet) =>
      sheet.kind === "part"
        ? [{ id: partId(volume.number, sheet.part), html: composeOpener(press, layout, volume, sheet.part) }]
        : [],
    ),
  ]);
  const known = await cache.file("furniture", [press.context.fingerprint, pieces], async (path) => {
    const html = join(scratch, "furniture.html");
    const pdf = join(scratch, "furniture.pdf");
    const targets = pieces.map(({ id }) => id);
    await writeDocument(press, html, { title: "", patterns: [], targets, body: pieces.map((piece) => piece.html) });
    await inParallel(press.context, [html], (_, browser) => print(press, browser, { html, pdf, tagged: false }));
    const destinations = await pool.run<{ file: string }, Destinations>("readDestinations", { file: pdf });
    await writeFile(path, JSON.stringify(destinations));
  });
  return countPages(layout, JSON.parse(await readFile(known, "utf8")));
}

function countPages({ volumes }: Layout, { pages, byName }: Destinations): Furniture {
  const furniture: Furniture = { front: new Map(), openers: new Map() };
  let next = pages + 1;
  for (const volume of volumes.toReversed()) {
    const openers = new Map<number, number>();
    furniture.openers.set(volume.number, openers);
    for (const sheet of volume.sheets.toReversed()) {
      if (sheet.kind !== "part") continue;
      const start = byName[partId(volume.number, sheet.part)]?.page ?? next;
      openers.set(sheet.part, next - start);
      next = start;
    }
    const start = byName[frontId(volume)]?.page ?? next;
    const printed = next - start;
    furniture.front.set(volume.number, { pages: printed + (printed % 2), blank: printed % 2 === 1 });
    next = start;
  }
  return furniture;
}
