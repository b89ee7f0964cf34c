import { createHash } from "node:crypto";
import { toScriptContent } from "../../../linked-data/serialize.js";
import { yearOf } from "../../../page/edition-date.js";
import { word } from "../../../page/locale.js";
import type { Basis } from "../basis.js";
import type { Facts } from "../catalogue/facts.js";
import type { GroupingFacts } from "../catalogue/groupings.js";
import type { Measured } from "../catalogue/measure.js";
import { listRows } from "../catalogue/papers.js";
import { describeForSearch } from "../catalogue/search.js";
import { toVersion } from "../catalogue/time.js";
import { listBeside } from "./beside.js";
import { type Chart, drawBars } from "./charts.js";
import { embedFonts } from "./fonts.js";
import { type ReadmeSection, readSections } from "./readme-sections.js";

/**
 * The README as one page of HTML with all that it needs in it: what there is, how to load it, which files.
 * @param readme as it lies beside the page
 */
export async function writePage(
  facts: Facts,
  files: readonly Measured[],
  readme: string,
  basis: Basis,
): Promise<string> {
  const { config, locale, templates, date, cache, setting } = basis;
  const { language } = locale;
  const number = (value: number): string => value.toLocaleString(language);
  const sections = readSections(readme).flatMap((section) => name(section, basis));
  const script = templates.render("dataset/page-script", { words: locale.words });
  const sums = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const scope = {
    // Every key of the book is there for the templates, filled or not.
    book: { description: undefined, subtitle: undefined, license: undefined, publisher: undefined, ...config.book },
    language,
    direction: locale.direction,
    words: locale.words,
    counts: [
      { name: word(locale, "dataset.page.patterns"), value: number(facts.patterns) },
      { name: word(locale, "dataset.page.words"), value: number(facts.words) },
      { name: word(locale, "dataset.page.relations"), value: number(facts.relations) },
      { name: word(locale, "dataset.page.version"), value: toVersion(date) },
    ],
    charts: facts.groupings.map((grouping, at) => ({ title: grouping.title, chart: drawGroups(grouping, at) })),
    before: sections.filter(({ place }) => place === "before"),
    after: sections.filter(({ place }) => place === "after"),
    files: listRows(files, basis)
      .filter(({ path }) => path !== "index.html")
      .map((row) => ({ ...row, sha256: sums.get(row.path) })),
    beside: listBeside(basis),
    year: yearOf(date),
    version: toVersion(date),
    dataset: setting.iris.dataset,
    tokens: templates.tokens,
    fonts: await embedFonts(templates.tokens, cache),
    script,
    // Content Security Policy 3: of all scripts this one runs.
    scriptHash: createHash("sha256").update(script).digest("base64"),
    description: toScriptContent(JSON.stringify(describeForSearch(files, basis))),
  };
  return templates.render("dataset/page", scope);
}

/** What the sections of the README are called on the page, and whether they stand before the list of files. */
const SECTIONS: Readonly<Record<string, { id: string; place: "before" | "after" }>> = {
  "Load it": { id: "load", place: "before" },
  "How it is made": { id: "made", place: "after" },
  Licence: { id: "licence", place: "after" },
  "How to cite": { id: "cite", place: "after" },
  "Known gaps": { id: "gaps", place: "after" },
};

// The page has a list of its own, with checksums.
const FILES = "Which file";

interface PageSection extends ReadmeSection {
  id: string;
  place: "before" | "after";
  /** Of its heading; what stands under it is English, as the README is. */
  isTranslated: boolean;
}

function name({ heading, html }: ReadmeSection, { locale }: Basis): PageSection[] {
  if (heading === FILES) return [];
  const known = SECTIONS[heading];
  if (known) return [{ heading: word(locale, `dataset.page.${known.id}`), html, ...known, isTranslated: true }];
  const id = heading.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return [{ heading, html, id, place: "after", isTranslated: false }];
}

/** Parts in book order; of chapters, which may be many, the largest first. */
function drawGroups({ groups, others }: GroupingFacts, at: number): Chart {
  return drawBars(at === 0 ? groups : groups.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)), others);
}
