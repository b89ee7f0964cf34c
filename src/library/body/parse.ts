import type { Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import type { Root as Mdast } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "../../trees/visit.js";
import type { Observation, Omission, Section, SetCharacters } from "../pattern.js";
import { closeAnchors, settleAnchors } from "./anchors.js";
import { type Assessment, readAssessment } from "./assessment.js";
import { removeBoilerplate } from "./boilerplate.js";
import { markCallouts } from "./callouts.js";
import { charactersByFace, listCharacters } from "./characters.js";
import { linkCitations } from "./citations.js";
import { listCodeInfo } from "./code-info.js";
import { countWords } from "./count-words.js";
import { drawingsToImages } from "./drawings.js";
import { normalizeElements } from "./elements.js";
import { setEmoji } from "./emoji.js";
import { removeEmptySections } from "./empty-sections.js";
import { dressFootnotes } from "./footnotes.js";
import { checkFormulas } from "./formulas.js";
import { framesToLinks } from "./frames.js";
import { normalizeHeadings } from "./headings.js";
import { type Inventory, takeInventory } from "./inventory.js";
import { mathmlToFormulas } from "./mathml.js";
import { observeMissingNotes } from "./missing-notes.js";
import { type OpenBody, openBody } from "./open-body.js";
import { changeWith } from "./plugin-losses.js";
import type { OpenPlugins } from "./plugins.js";
import { keepUnknownTags, sanitizeHtml } from "./raw-html.js";
import { regularizeTables } from "./regular-tables.js";
import { type RoleOf, roleInAny } from "./roles.js";
import { wrapSections } from "./sections.js";
import { observeStrayRows } from "./stray-rows.js";
import { widenTables } from "./table-rows.js";
import { dropMadeCalls, keepUncalledNotes } from "./uncalled-notes.js";
import { listUnusedDefinitions } from "./unused-definitions.js";
import { addressWikilinks } from "./wikilinks.js";

export interface ParsedBody extends Inventory {
  tree: Root;
  sections: Section[];
  words: number;
  characters: string;
  set: SetCharacters;
  formulas: number;
  omissions: Omission[];
  observations: Observation[];
  assessment: Assessment;
}

/** What is known of a body before it is parsed. */
interface BodyOptions {
  /** The body as it was opened, without what is no part of it. */
  opened?: OpenBody;
  /** What its sections are for. */
  roles?: RoleOf;
  /** What extensions do with it. */
  plugins?: OpenPlugins | undefined;
}

/**
 * Markdown → the one normalised form that every format renders.
 * @param source the body, padded so that positions are those of the file
 * @param slug begins every id in the tree
 */
export function parseBody(
  source: string,
  slug: string,
  title: string,
  { opened = openBody(source), roles = roleInAny, plugins }: BodyOptions = {},
): ParsedBody {
  const prefix = `${slug}--`;
  const { text, removals, observations } = opened;
  const markdown = plugins ? changeWith(plugins.changeMarkdown, opened.tree, removals) : opened.tree;
  removals.push(
    ...removeBoilerplate(markdown, title),
    ...listUnusedDefinitions(markdown, text),
    ...listCodeInfo(markdown),
    ...setEmoji(markdown, text),
  );
  closeAnchors(markdown);
  keepUnknownTags(markdown, observations);
  markCallouts(markdown);
  observeMissingNotes(markdown, text, observations);
  keepUncalledNotes(markdown, observations);
  widenTables(markdown, observations);
  observeStrayRows(markdown, source, observations);

  const read = toHast(markdown);
  const raw = plugins ? changeWith(plugins.changeHtml, read, removals) : read;
  if (plugins) observations.push(...plugins.observations);
  drawingsToImages(raw);
  mathmlToFormulas(raw, observations);
  framesToLinks(raw, observations);
  const { tree, removals: hidden } = sanitizeHtml(raw, prefix, observations);
  removals.push(...hidden);
  addressWikilinks(tree);
  dressFootnotes(tree);
  normalizeElements(tree);
  regularizeTables(tree);
  const formulas = checkFormulas(tree, observations);
  removals.push(...normalizeHeadings(tree, observations));
  removals.push(...removeEmptySections(tree, observations));
  settleAnchors(tree);
  linkCitations(tree, { prefix, roleOf: roles }, observations);
  const sections = wrapSections(tree, { prefix, source, roles }, removals);
  const inventory = takeInventory(tree, prefix, observations);
  const assessment = readAssessment(tree, observations);
  dropPositions(tree);
  return {
    tree,
    sections,
    words: sections.reduce((sum, { text }) => sum + countWords(text), 0),
    characters: listCharacters(toText(tree)),
    set: charactersByFace(tree),
    formulas,
    omissions: removals.toSorted((a, b) => a.start - b.start).map(({ kind, text, place }) => ({ kind, text, place })),
    observations,
    assessment,
    ...inventory,
  };
}

// Ids are prefixed once, by the sanitiser: here they stay bare.
const remarkToHast = (() => {
  const transform = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" }).freeze();
  return (tree: Mdast): Root => transform.runSync(tree);
})();
const htmlToHast = unified().use(rehypeRaw).freeze();

function toHast(markdown: Mdast): Root {
  const tree = remarkToHast(markdown);
  dropMadeCalls(tree);
  return hasRawHtml(markdown) ? htmlToHast.runSync(tree) : tree;
}

function hasRawHtml(markdown: Mdast): boolean {
  let found = false;
  visit(markdown, "html", () => {
    found = true;
  });
  return found;
}

function dropPositions(tree: Root): void {
  visit(tree, (node) => {
    delete node.position;
  });
}
