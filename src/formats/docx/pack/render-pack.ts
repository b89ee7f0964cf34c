import { readFile, writeFile } from "node:fs/promises";
import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Body } from "../../../library/pattern.js";
import type { Finding } from "../../../library/rules/rule.js";
import { composeCard } from "../card/compose.js";
import { placeOnSheets } from "../card/place.js";
import { frameSheet, SHEETS } from "../card/sheet.js";
import { composeHandout } from "../compose-handout.js";
import { type Desk, openDesk } from "../desk.js";
import { type Frames, turn } from "../frame.js";
import { joinStories } from "../join.js";
import type { Block, Frame, Section, Story } from "../model.js";
import { loadPictures } from "../pictures.js";
import { serialize } from "../serialize.js";
import { PAPERS } from "../styles/measures.js";
import { turnPages } from "../turn-pages.js";
import { describeUnknown } from "../unknown.js";
import { writeDocument } from "../write/document.js";
import type { LoadedPicture } from "../write/parts.js";
import { AFTER, BEFORE, listContents, type PartName } from "./contents.js";
import { demote } from "./demote.js";
import { framePack, sheetFooter } from "./frame.js";
import { idInPack, type Member, type PackTask } from "./task.js";

/** What is at hand while one pack is set. */
interface Bench {
  task: PackTask;
  desk: Desk;
  /** Bookmarks of the pack by the ids that links name. */
  places: ReadonlyMap<string, string>;
  pictures: Map<string, LoadedPicture>;
  findings: Finding[];
}

/** A story with the pages it stands on; it shares them with its neighbours where both are cards. */
interface Leaf {
  story: Story;
  frame: Frame;
}

/** Renders one workshop pack in a worker thread and writes it where the task says. Returns what was found on the way. */
export async function renderPack(task: PackTask): Promise<Finding[]> {
  const desk = openDesk(task.series);
  const bench: Bench = { task, desk, places: namePlaces(task), pictures: new Map(), findings: [] };
  const { paper, language, book, date } = task.series;
  const frames = framePack(
    paper,
    { title: task.view.title, bookTitle: book.title, license: task.view.license?.name ?? "" },
    desk.locale,
  );
  const leaves: Leaf[] = [
    { story: setPage("cover", bench), frame: frames.cover },
    ...BEFORE.map((part) => ({ story: setPart(part, bench), frame: frames.page })),
    { story: setPage("contents", bench), frame: frames.page },
    ...(await setCards(bench)),
    ...(await setHandouts(bench, frames.page)),
    ...AFTER.map((part) => ({ story: setPart(part, bench), frame: frames.page })),
  ];
  const stories = joinStories(
    leaves.map(({ story }) => story),
    new Set(bench.places.values()),
  );
  const bytes = writeDocument(
    {
      sections: toSections(leaves, stories, { upright: frames.page, turned: turn(frames.page, PAPERS[paper]) }),
      notes: new Map(stories.flatMap(({ notes }) => [...notes])),
      pictures: bench.pictures,
      properties: {
        title: task.view.title,
        creator: book.creators.join("; "),
        description: "",
        subject: book.title,
        keywords: task.members.map(({ title }) => title).join(", "),
        language,
        date,
      },
    },
    desk.house(language),
  );
  await writeFile(task.out, bytes);
  return bench.findings;
}

/** `pattern-46` → `pattern_46`: what Word allows in the name of a bookmark. */
function namePlaces({ members }: PackTask): Map<string, string> {
  const ids = [...BEFORE, ...AFTER, ...members.map(({ number }) => idInPack(number))];
  return new Map(ids.map((id) => [id, id.replaceAll("-", "_")]));
}

/** Cards one after another share sheets; all else begins on a page of its own. */
function toSections(leaves: readonly Leaf[], stories: readonly Story[], pages: Frames): Section[] {
  const sections: { frame: Frame; stories: Block[][] }[] = [];
  leaves.forEach(({ frame }, at) => {
    const blocks = stories[at]?.blocks ?? [];
    const last = sections.at(-1);
    if (last?.frame === frame && frame.columns) last.stories.push(blocks);
    else sections.push({ frame, stories: [blocks] });
  });
  return sections.flatMap(({ frame, stories: own }) => {
    if (frame === pages.upright) return turnPages(own.flat(), pages);
    return [{ frame, blocks: frame.columns ? placeOnSheets(own) : own.flat() }];
  });
}

/** A page of the pack by its template, with the bookmark that links name. */
function setPart(part: PartName, bench: Bench): Story {
  return mark(setPage(part, bench), part, bench);
}

function setPage(template: string, { task, desk, ...bench }: Bench): Story {
  const { templates, locale } = desk;
  const html = templates.render(`handout/pack/${template}`, {
    pack: task.view,
    entries: listContents(task, locale),
    words: locale.words,
  });
  const { language } = task.series;
  return setStory(fromHtml(html, { fragment: true }), { task, desk, ...bench }, { language, title: task.view.title });
}

interface StoryText {
  /** BCP 47. */
  language: string;
  title: string;
  /** Width of the text in twips, where it is not that of a handout. */
  measure?: number;
  pictures?: Readonly<Record<string, unknown>>;
  source?: string;
}

function setStory(tree: Root, { task, places, findings }: Bench, text: StoryText): Story {
  const { source = "templates", pictures = {}, ...rest } = text;
  return serialize(tree, {
    ...rest,
    pictures,
    paper: task.series.paper,
    places,
    reportUnknown: (element) => findings.push(describeUnknown(element, source)),
  });
}

/** Opens a story with the bookmark of its place. */
function mark(story: Story, id: string, { places }: Bench): Story {
  const name = places.get(id);
  const at = story.blocks.findIndex((block) => block.kind === "paragraph" && !block.set);
  const blocks = story.blocks.map((block, index) =>
    index === at && block.kind === "paragraph" && name !== undefined
      ? { ...block, children: [{ kind: "bookmark" as const, name, number: 0 }, ...block.children] }
      : block,
  );
  return { ...story, blocks };
}

async function setCards(bench: Bench): Promise<Leaf[]> {
  const { task, desk } = bench;
  const { paper } = task.series;
  const { width, side, measure } = SHEETS[paper];
  const frame = frameSheet(paper, sheetFooter(width / 2 - side));
  const leaves: Leaf[] = [];
  for (const member of task.members) {
    const { card, source, handout } = member;
    if (!card) continue;
    const { tree, pictures } = await composeCard(card, await loadBody(member), paper, desk);
    for (const [address, picture] of pictures) bench.pictures.set(address, picture);
    const { language, title } = card;
    const story = setStory(tree, bench, { language, title, measure, source, pictures: Object.fromEntries(pictures) });
    leaves.push({ story: handout ? story : mark(story, idInPack(member.number), bench), frame });
  }
  return leaves;
}

async function setHandouts(bench: Bench, frame: Frame): Promise<Leaf[]> {
  const leaves: Leaf[] = [];
  for (const member of bench.task.members) {
    const { handout, source } = member;
    if (!handout) continue;
    const { view } = handout;
    const page = composeHandout(view, await loadBody(member), bench.task.series, bench.desk);
    const pictures = new Map([...(await loadPictures(handout.pictures)), ...page.pictures]);
    for (const [address, picture] of pictures) bench.pictures.set(address, picture);
    const { language, title } = view;
    const story = setStory(page.tree, bench, { language, title, source, pictures: Object.fromEntries(pictures) });
    const marked = mark(story, idInPack(member.number), bench);
    leaves.push({ story: { ...marked, blocks: demote(marked.blocks) }, frame });
  }
  return leaves;
}

async function loadBody({ bodyPath }: Member): Promise<Body> {
  return JSON.parse(await readFile(bodyPath, "utf8"));
}
