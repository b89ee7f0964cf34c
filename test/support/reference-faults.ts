import type { PrintEntry, PrintedVolume } from "./printed-volume.js";

/** Links of a volume whose destination is missing, or not on the page that they promise. */
export function brokenLinks({ structure, pages, number }: PrintedVolume, entries: readonly PrintEntry[]): string[] {
  const ours = entries.filter(({ print }) => print.volume === number);
  const own = new Map(ours.map((entry) => [entry.slug, entry.print.page]));
  const numbers = new Map(ours.map((entry) => [String(entry.number), entry.print.page]));
  const { labels } = structure;
  const broken = structure.links.filter(({ destination, target, description }) => {
    if (target === undefined) return true;
    const [, label] = /Page (\S+)$/.exec(description) ?? [];
    return label !== labels[target - 1] || (own.get(destination) ?? target) !== target;
  });
  const misprinted = pages.flatMap(({ texts }) =>
    texts
      // A smaller figure is that of a note.
      .filter(({ size }) => size > 7)
      .flatMap(({ page, links }) =>
        links
          .map(({ text, target }) => ({ page, target, label: /^(\d+)(?:–\d+)?$/.exec(text)?.[1] }))
          // A pattern's number may stand alone on its line.
          .filter(({ label, target }) => label && label !== labels[target - 1] && numbers.get(label) !== target),
      ),
  );
  return [
    ...broken.map(({ page, destination, description }) => `vol. ${number}, p. ${page}: ${destination}, ${description}`),
    ...misprinted.map(
      ({ page, label, target }) => `vol. ${number}, p. ${page}: ${label} leads to ${labels[target - 1]}`,
    ),
  ];
}

/** What a volume says of where a pattern stands. */
export interface PrintedReference {
  /** Of the file, from 1. */
  page: number;
  number: number;
  /** None where no volume is named. */
  volume: number | undefined;
  label: string;
}

// poppler gives soft hyphens and the joints of words as spaces; a hyphen between spaces is set as a dash.
const IGNORED = /[\s\u00ad\u2010\u2013-]/;

/** Every "114 Graduated Sanctions, 213" and "114 Graduated Sanctions, vol. 2, 213" between front and back matter. */
export function printedReferences(
  { pages, front, back }: PrintedVolume,
  entries: readonly PrintEntry[],
): PrintedReference[] {
  const titles = new Map(entries.map(({ number, title }) => [number, compact(title)]));
  return pages.slice(front, back - 1).flatMap(({ page, texts }) => {
    const text = plain(texts.map(({ text }) => text).join(" "));
    return [...text.matchAll(/(?<![\d.,])\d+(?!\d)/g)].flatMap(({ 0: digits, index }): PrintedReference[] => {
      const end = endOfTitle(text, index + digits.length, titles.get(Number(digits)) ?? "");
      const [, volume, label] = /^\s*,\s*(?:vol\.\s*(\d+),\s*)?(\d+)/.exec(text.slice(end, end + 40)) ?? [];
      if (end === 0 || !label) return [];
      return [{ page, number: Number(digits), volume: volume ? Number(volume) : undefined, label }];
    });
  });
}

/** References that name another page than the manifest's, or not the volume that another one needs. */
export function wrongReferences(volume: PrintedVolume, entries: readonly PrintEntry[]): string[] {
  const prints = new Map(entries.map(({ number, print }) => [number, print]));
  return printedReferences(volume, entries)
    .filter(({ number, volume: named, label }) => {
      const print = prints.get(number);
      return label !== print?.label || (named ?? volume.number) !== print.volume;
    })
    .map(({ page, number, volume: named, label }) => `vol. ${volume.number}, p. ${page}: ${number}, ${named}:${label}`);
}

/** Patterns that the contents leave out or print with another page. */
export function missingFromContents({ pages, front, number }: PrintedVolume, entries: readonly PrintEntry[]): string[] {
  const text = plain(
    pages
      .slice(0, front)
      .flatMap(({ texts }) => texts.map(({ text }) => text))
      .join(" "),
  );
  return entries
    .filter(({ print }) => number === 1 || print.volume === number)
    .filter((entry) => {
      const places = [...text.matchAll(new RegExp(`(?<!\\d)${entry.number}(?!\\d)`, "g"))];
      return !places.some(({ 0: digits, index }) => {
        const end = endOfTitle(text, index + digits.length, compact(entry.title));
        return end > 0 && new RegExp(`^\\s*${entry.print.label}(?!\\d)`).test(text.slice(end));
      });
    })
    .map((entry) => `vol. ${number}: ${entry.number} ${entry.title}`);
}

/** Entries of the general index, "3:373–84", at which no pattern of that volume begins. */
export function wrongGeneralEntries({ pages, back }: PrintedVolume, entries: readonly PrintEntry[]): string[] {
  // The page of a source stands for itself: what it names is looked for where a pattern's end is known.
  const isBody = (place: string): boolean => {
    const [volume = 0, page = 0] = place.split(":").map(Number);
    const own = entries.filter(({ print }) => print.volume === volume).map(({ print }) => Number(print.label));
    return Math.min(...own) <= page && page <= Math.max(...own) + LONGEST_PATTERN;
  };
  const texts = pages.slice(back - 1).flatMap((page) => page.texts);
  return texts
    .flatMap(({ text }) => [...text.matchAll(/(?<![\d:/])(\d+:\d+)(?=–\d|,|\s*$)/g)].map(([, place = ""]) => place))
    .filter((place) => !isBody(place));
}

// Pages, of our own library.
const LONGEST_PATTERN = 12;

/** The outline's patterns, which stand at its third level, as "17 Common Well, p. 40". */
export function outlinedPatterns({ structure }: PrintedVolume): string[] {
  return structure.outline.filter(({ level }) => level === 3).map(({ title, page }) => `${plain(title)}, p. ${page}`);
}

/** The same by the manifest. */
export function expectedOutline({ number }: PrintedVolume, entries: readonly PrintEntry[]): string[] {
  return entries
    .filter(({ print }) => print.volume === number)
    .map((entry) => `${entry.number} ${plain(entry.title)}, p. ${entry.print.page}`);
}

/** Index after a title that begins at `start`, spaces and hyphens aside; 0 where another text stands there. */
function endOfTitle(text: string, start: number, title: string): number {
  if (title === "") return 0;
  let at = start;
  for (const character of title) {
    while (at < text.length && IGNORED.test(text.charAt(at))) at++;
    if (!text.startsWith(character, at)) return 0;
    at += character.length;
  }
  return at;
}

function compact(title: string): string {
  return [...plain(title)].filter((character) => !IGNORED.test(character)).join("");
}

/** Quotes and apostrophes straight. */
function plain(text: string): string {
  return text.normalize("NFC").replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ");
}
