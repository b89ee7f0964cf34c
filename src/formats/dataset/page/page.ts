import { toScriptContent } from "../../../linked-data/serialize.js";
import { word } from "../../../page/locale.js";
import type { Basis } from "../basis.js";
import type { Facts } from "../catalogue/facts.js";
import type { GroupingFacts } from "../catalogue/groupings.js";
import type { Measured } from "../catalogue/measure.js";
import { listRows } from "../catalogue/papers.js";
import { describeForSearch } from "../catalogue/search.js";
import { toVersion } from "../catalogue/time.js";
import { type Chart, drawBars } from "./charts.js";
import { describePageData } from "./data.js";
import { embedFonts } from "./fonts.js";

/** The dataset as one page of HTML with all that it needs in it. */
export async function writePage(facts: Facts, files: readonly Measured[], basis: Basis): Promise<string> {
  const { config, locale, templates, date, cache, setting } = basis;
  const { language } = locale;
  const number = (value: number): string => value.toLocaleString(language);
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
    groupings: facts.groupings.map((grouping, at) => ({ ...grouping, chart: drawGroups(grouping, at) })),
    files: listRows(files, basis).filter(({ path }) => path !== "index.html"),
    year: date.getUTCFullYear(),
    version: toVersion(date),
    dataset: setting.iris.dataset,
    tokens: templates.tokens,
    fonts: await embedFonts(templates.tokens, cache),
    data: describePageData(facts.groupings, basis),
    description: toScriptContent(JSON.stringify(describeForSearch(files, basis))),
  };
  return templates.render("dataset/page", scope);
}

/** Parts in book order; of chapters, which may be many, the largest first. */
function drawGroups({ groups, others }: GroupingFacts, at: number): Chart {
  return drawBars(at === 0 ? groups : groups.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)), others);
}
