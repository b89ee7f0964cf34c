import type { Element } from "hast";
import { toString as toText } from "hast-util-to-string";
import type { Inherited } from "../inherited.js";
import type { Block, Content } from "../model.js";
import { toBlocks } from "../paragraphs.js";
import type { State } from "../state.js";
import { CONTENTS_TABS } from "../styles/packs.js";

/** A line of the contents: number, title, page. */
export function contentsEntry(state: State, element: Element, inherited: Inherited): Block[] {
  const { number, page } = CONTENTS_TABS;
  return toBlocks(state.all(element, inherited), { ...inherited, style: "Contents" }).map((block) =>
    block.kind === "paragraph"
      ? {
          ...block,
          tabs: [
            { at: number, align: "left" },
            { at: page, align: "right", leader: "dot" },
          ],
        }
      : block,
  );
}

/**
 * The page of a place, after a tab. Each number is a field of its own. If the whole contents were one field,
 * LibreOffice would show the estimated number, not that of the page.
 */
export function pageOf({ bookmarks, places }: State, element: Element, id: string): Content[] {
  const bookmark = bookmarks.get(id)?.name ?? places.get(id);
  const shown = toText(element);
  if (bookmark === undefined) return [{ kind: "text", value: shown, marks: {}, verbatim: false }];
  return [{ kind: "tab" }, { kind: "page-of", bookmark, shown }];
}
