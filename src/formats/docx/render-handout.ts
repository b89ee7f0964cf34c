import { writeFileSync } from "node:fs";
import type { Element } from "hast";
import type { Finding } from "../../library/rules/rule.js";
import { readBody } from "../../library/store.js";
import { unmarked } from "../../page/languages/marks.js";
import type { PatternView } from "../../page/pattern-view.js";
import { nameOfPlace } from "./bookmarks.js";
import { composeHandout } from "./compose-handout.js";
import { openDesk } from "./desk.js";
import { frameHandout, frameTaken, measureTaken, type PageText } from "./frame.js";
import { isRightToLeft } from "./inherited.js";
import { keepRecord } from "./keep-record.js";
import { openMeasure } from "./pack/heights.js";
import { reckonPages } from "./pack/reckon-pages.js";
import { loadPictures } from "./pictures.js";
import { serialize } from "./serialize.js";
import { fitSheet, lowerPages } from "./sheet/fit-sheet.js";
import type { HandoutTask, Series } from "./task.js";
import { turnPages } from "./turn-pages.js";
import { describeUnknown } from "./unknown.js";
import type { CoreProperties } from "./write/core-properties.js";
import { writeDocument } from "./write/document.js";

/**
 * Renders one handout and writes it where the task says. Returns what was found on the way. It runs in a worker thread
 * that has nothing else to do: files are waited for.
 */
export function renderHandout(task: HandoutTask): Finding[] {
  const { series, view, source, anchors, bodyPath, out } = task;
  const desk = openDesk(series);
  const house = desk.house(view.language);
  const body = readBody(bodyPath);
  const page = composeHandout(view, body, series, desk, task.sheet);
  const pictures = new Map([...loadPictures(task.pictures), ...page.pictures]);
  const findings: Finding[] = [];
  const frames = house.section
    ? frameTaken(house.section)
    : frameHandout(series.paper, describePage(view, series), desk.templates.localeOf(view.language));
  const options = {
    title: view.title,
    language: view.language,
    paper: series.paper,
    ...(house.section ? measureTaken(house.section) : {}),
    pictures: Object.fromEntries(pictures),
    named: new Map(anchors.map((id) => [id, nameOfPlace(id)])),
    reportUnknown: (element: Element) => findings.push(describeUnknown(element, source)),
  };
  const measure = openMeasure(desk.type);
  const story = task.sheet
    ? fitSheet(page.tree, task.sheet, {
        serialize: (tree) => serialize(tree, options),
        countPages: ({ blocks, notes }) => reckonPages(turnPages(blocks, lowerPages(frames)), notes, measure),
      })
    : serialize(page.tree, options);
  const bytes = writeDocument(
    {
      sections: turnPages(keepRecord(story.blocks), frames),
      notes: story.notes,
      pictures,
      properties: describeDocument(view, series),
    },
    house,
  );
  writeFileSync(out, bytes);
  return findings;
}

function describePage(view: PatternView, series: Series): PageText {
  return {
    bookTitle: series.book.title,
    ...(view.language === series.language ? {} : { bookLanguage: series.language }),
    title: `${view.number} ${view.title}`,
    license: licenseOf(view, series),
    rightToLeft: isRightToLeft(view.language),
  };
}

/** The pattern's own licence, else the book's. */
function licenseOf(view: PatternView, { book }: Series): string {
  const own = view.record.find(({ field }) => field === "license")?.values[0]?.text;
  return own ?? book.license ?? "";
}

function describeDocument(view: PatternView, { book, date }: Series): CoreProperties {
  const contributors = view.record.find(({ field }) => field === "contributors")?.values.map(({ text }) => text) ?? [];
  return {
    title: view.title,
    creator: (contributors.length > 0 ? contributors : book.creators).join("; "),
    description: view.summary ?? "",
    subject: book.title,
    keywords: unmarked(view.groups.join(", ")),
    language: view.language,
    date,
  };
}
