import { fromHtml } from "hast-util-from-html";
import { present } from "../../../library/present.js";
import { readBody } from "../../../library/store.js";
import { composeCard } from "../card/compose.js";
import { frameSheet, SHEETS } from "../card/sheet.js";
import { composeHandout } from "../compose-handout.js";
import { type Frames, measureTaken } from "../frame.js";
import type { Story } from "../model.js";
import { loadPictures } from "../pictures.js";
import { type Bench, type Leaf, mark, setStory } from "./bench.js";
import { demote } from "./demote.js";
import { sheetFooter } from "./frame.js";
import { idInPack } from "./task.js";

/** The cards of a pack; the contents lead to them where it has no handouts. */
export function setCards(bench: Bench): Leaf[] {
  const { task, desk } = bench;
  const { paper } = task.series;
  const { width, side, measure } = SHEETS[paper];
  const sheet = frameSheet(paper, sheetFooter(width / 2 - side));
  const leaves: Leaf[] = [];
  for (const member of task.members) {
    const { card, source, handout } = member;
    if (!card) continue;
    const { tree, pictures } = composeCard(card, readBody(member.bodyPath), paper, desk);
    for (const [address, picture] of pictures) bench.pictures.set(address, picture);
    const { language, title } = card;
    const story = setStory(tree, bench, { language, title, measure, source, pictures: Object.fromEntries(pictures) });
    const frames = { upright: sheet, turned: sheet };
    const id = idInPack(member.number);
    leaves.push(handout ? { story, frames } : { id, story: mark(story, id, bench), frames });
  }
  if (leaves.length % 2 > 0)
    leaves.push({ story: setBlankCard(bench, measure), frames: { upright: sheet, turned: sheet } });
  return leaves;
}

/** For the half of the last sheet that would be left empty. */
function setBlankCard(bench: Bench, measure: number): Story {
  const { templates, locale } = bench.desk;
  const html = templates.render("handout/pack/blank-card", { words: locale.words });
  const { language } = bench.task.series;
  return setStory(fromHtml(html, { fragment: true }), bench, { language, title: bench.task.view.title, measure });
}

/** The handouts of a pack, each on pages of its own. */
export function setHandouts(bench: Bench, frames: Frames): Leaf[] {
  const { task, desk } = bench;
  const leaves: Leaf[] = [];
  for (const member of task.members) {
    const { handout, source } = member;
    if (!handout) continue;
    const { view } = handout;
    const page = composeHandout(view, readBody(member.bodyPath), task.series, desk);
    const pictures = new Map([...loadPictures(handout.pictures), ...page.pictures]);
    for (const [address, picture] of pictures) bench.pictures.set(address, picture);
    const { section } = desk.house(view.language);
    const story = setStory(page.tree, bench, {
      language: view.language,
      title: view.title,
      ...(section ? measureTaken(section) : {}),
      source,
      pictures: Object.fromEntries(pictures),
      named: new Map(member.anchors.map((id) => [id, present(bench.places.get(id), "the bookmark of", id)])),
    });
    const id = idInPack(member.number);
    const marked = mark(story, id, bench);
    leaves.push({ id, story: { ...marked, blocks: demote(marked.blocks) }, frames });
  }
  return leaves;
}
