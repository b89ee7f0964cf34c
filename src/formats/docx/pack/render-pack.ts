import { writeFileSync } from "node:fs";
import { fromHtml } from "hast-util-from-html";
import { present } from "../../../library/present.js";
import type { Finding } from "../../../library/rules/rule.js";
import { nameOfPlace } from "../bookmarks.js";
import { placeOnSheets } from "../card/place-on-sheets.js";
import { type Desk, openDesk } from "../desk.js";
import { frameTaken, measureTaken } from "../frame.js";
import { joinStories } from "../join.js";
import type { Block, Section, Story } from "../model.js";
import { turnPages } from "../turn-pages.js";
import type { CoreProperties } from "../write/core-properties.js";
import { writeDocument } from "../write/document.js";
import { type Bench, type Leaf, mark, setStory } from "./bench.js";
import { AFTER, BEFORE, type ContentsLine, listContents, type PartName } from "./contents.js";
import { foreseePages } from "./foresee-pages.js";
import { framePack, keepMeasure, type PackFrames } from "./frame.js";
import { openMeasure } from "./heights.js";
import { setCards, setHandouts } from "./set-patterns.js";
import { idInPack, type PackTask } from "./task.js";

/** Renders one workshop pack in a worker thread and writes it where the task says. Returns what was found on the way. */
export function renderPack(task: PackTask): Finding[] {
  const desk = openDesk(task.series);
  const bench: Bench = { task, desk, places: namePlaces(task), pictures: new Map(), findings: [] };
  const { cover, pages, handouts } = framePages(task, desk);
  const setParts = (parts: readonly PartName[]): Leaf[] =>
    parts.map((part) => ({ id: part, story: setPart(part, bench), frames: pages }));
  const contents: Leaf = { story: setContents(bench, () => 1), frames: pages };
  const leaves: Leaf[] = [
    { story: setPage("cover", bench), frames: cover },
    ...setParts(BEFORE),
    contents,
    ...setCards(bench),
    ...setHandouts(bench, handouts),
    ...setParts(AFTER),
  ];
  // Their lines are the same, whatever the numbers at their ends.
  const foreseen = foreseePages(leaves, openMeasure(desk.type));
  contents.story = setContents(bench, (id) => present(foreseen.get(id), "the page of", id));
  const stories = joinStories(
    leaves.map(({ story }) => story),
    new Set(bench.places.values()),
  );
  const bytes = writeDocument(
    {
      sections: toSections(leaves, stories),
      notes: new Map(stories.flatMap(({ notes }) => [...notes])),
      pictures: bench.pictures,
      properties: describePack(task),
    },
    desk.house(task.series.language),
  );
  writeFileSync(task.out, bytes);
  return bench.findings;
}

/** `pattern-46` → `pattern_46`: what Word allows in the name of a bookmark. */
function namePlaces({ members }: PackTask): Map<string, string> {
  const ids = [...BEFORE, ...AFTER, ...members.map(({ number }) => idInPack(number))];
  const anchors = members.flatMap(({ number, anchors }) =>
    anchors.map((id): [string, string] => [id, nameOfPlace(id, `p${number}`)]),
  );
  return new Map([...ids.map((id): [string, string] => [id, id.replaceAll("-", "_")]), ...anchors]);
}

/** The pages of a reference document, or our own, of which the cover is bare. */
function framePages({ series, view }: PackTask, desk: Desk): PackFrames {
  const { section } = desk.house(series.language);
  if (section) {
    const taken = frameTaken(section);
    return { cover: taken, pages: taken, handouts: taken };
  }
  const text = { title: view.title, bookTitle: series.book.title, license: view.license?.name ?? "" };
  return framePack(series.paper, text, desk.locale);
}

function describePack({ series, view, members }: PackTask): CoreProperties {
  const { book, language, date } = series;
  return {
    title: view.title,
    creator: book.creators.join("; "),
    description: "",
    subject: book.title,
    keywords: members.map(({ title }) => title).join(", "),
    language,
    date,
  };
}

/** Cards one after another share sheets; all else begins on a page of its own. */
function toSections(leaves: readonly Leaf[], stories: readonly Story[]): Section[] {
  const sections: Section[] = [];
  let cards: Block[][] = [];
  leaves.forEach(({ frames }, at) => {
    const blocks = stories[at]?.blocks ?? [];
    if (!frames.upright.columns) sections.push(...turnPages(blocks, frames));
    else {
      cards.push(blocks);
      if (leaves[at + 1]?.frames.upright === frames.upright) return;
      sections.push({ frame: frames.upright, blocks: placeOnSheets(cards) });
      cards = [];
    }
  });
  return sections;
}

/** The contents, with the page on which each begins. */
function setContents(bench: Bench, pageOf: (id: string) => number): Story {
  return setPage("contents", bench, listContents(bench.task, bench.desk.locale, pageOf));
}

/** A page of the pack by its template, with the bookmark that links name. */
function setPart(part: PartName, bench: Bench): Story {
  return mark(setPage(part, bench), part, bench);
}

function setPage(template: string, bench: Bench, entries: readonly ContentsLine[] = []): Story {
  const { task, desk } = bench;
  const { templates, locale, house } = desk;
  const html = templates.render(`handout/pack/${template}`, {
    pack: task.view,
    entries,
    words: locale.words,
  });
  const { language } = task.series;
  const { section } = house(language);
  const story = setStory(fromHtml(html, { fragment: true }), bench, {
    language,
    title: task.view.title,
    ...(section ? measureTaken(section) : {}),
  });
  return section ? story : { ...story, blocks: keepMeasure(story.blocks, task.series.paper) };
}
