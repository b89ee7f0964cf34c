import type { Element, Root } from "hast";
import { openWith, planBookmarks } from "./bookmarks.js";
import { handlers } from "./handlers/index.js";
import { type Inherited, inherit, outermost } from "./inherited.js";
import { type Block, type Content, type Inline, isBlock, type Paragraph, type Story } from "./model.js";
import { openNotes } from "./notes.js";
import { toBlocks } from "./paragraphs.js";
import type { State } from "./state.js";
import { PAPERS } from "./styles/measures.js";

export interface SerializeOptions {
  title: string;
  /** BCP 47. */
  language: string;
  paper: keyof typeof PAPERS;
  /** Width of the text, where it is not that of a handout. */
  measure?: number;
  /** Width of the text on a page turned on its side; 0 or none where a page of that measure is not turned. */
  turned?: number;
  /** By the address under which the page names them. */
  pictures: Readonly<Record<string, unknown>>;
  /** Bookmarks of other stories of the document, by the ids that links of this one name. */
  places?: ReadonlyMap<string, string>;
  /** Names for bookmarks that links of other stories or documents name, by the ids that they mark. */
  named?: ReadonlyMap<string, string>;
  /** Called with an element that no handler knows; what stands in it is rendered. */
  reportUnknown(element: Element): void;
}

/** A page as hast → a handout as Word content. */
export function serialize(tree: Root, options: SerializeOptions): Story {
  const { title, language, paper, measure, turned = 0, pictures, places = new Map(), named, reportUnknown } = options;
  let lists = 0;
  const state: State = {
    title,
    pictures,
    bookmarks: planBookmarks(tree, named),
    places,
    notes: openNotes(tree),
    nextList: () => ++lists,
    one(node, inherited) {
      if (node.type === "text") return [toText(node.value, inherited)];
      if (node.type !== "element") return [];
      const handle = Object.hasOwn(handlers, node.tagName) ? handlers[node.tagName] : undefined;
      if (!handle) reportUnknown(node);
      const inner = inherit(inherited, node);
      return withBookmark(handle ? handle(state, node, inner) : state.all(node, inner), node, state);
    },
    all: (parent, inherited) => parent.children.flatMap((node) => state.one(node, inherited)),
    flow: (parent, inherited) => toBlocks(state.all(parent, inherited), inherited),
  };
  const page = outermost(language, PAPERS[paper]);
  const inherited = measure === undefined ? page : { ...page, width: measure, full: measure, turned };
  const blocks = state.flow(tree, inherited);
  return { blocks, notes: renderNotes(state, inherited) };
}

function toText(value: string, { marks }: Inherited): Inline {
  return { kind: "text", value, marks, verbatim: false };
}

function withBookmark(content: Content[], { properties: { id } }: Element, { bookmarks }: State): Content[] {
  const bookmark = typeof id === "string" ? bookmarks.get(id) : undefined;
  if (!bookmark) return content;
  const [first] = content;
  if (!first || !isBlock(first)) return [bookmark, ...content];
  openWith(first, [bookmark]);
  return content;
}

/** The notes cited in the text, in its order. A note holds paragraphs only: a table in it gives those of its cells. */
function renderNotes(state: State, outer: Inherited): Map<number, Paragraph[]> {
  const inherited: Inherited = { ...outer, style: "FootnoteText", inNote: true };
  const notes = new Map<number, Paragraph[]>();
  for (const [number, item] of state.notes.cited()) {
    const paragraphs = paragraphsOf(state.flow(item, inherited));
    // The number comes first; Word puts nothing between it and the words.
    paragraphs[0]?.children.unshift({ kind: "text", value: " ", marks: {}, verbatim: true });
    notes.set(number, paragraphs);
  }
  return notes;
}

function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ children }) => paragraphsOf(children))),
  );
}
