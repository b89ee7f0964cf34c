import type { Element } from "hast";
import { isFootnoteCall, isFootnoteReturn } from "../../../library/body/footnotes.js";
import { isUrl } from "../../../library/web-address.js";
import { hasClass } from "../../../page/class-names.js";
import type { Inherited } from "../inherited.js";
import { type Content, type Inline, isBlock, type Link } from "../model.js";
import type { Handle, State } from "../state.js";

/** A link: to the web, to another handout, to a place in this one, or to a footnote. */
export const anchor: Handle = (state, element, inherited) => {
  const { href } = element.properties;
  // From a footnote Word leads back by itself; on paper ways back lead nowhere.
  if (isFootnoteReturn(element) || hasClass(element, "backlink")) return [];
  if (typeof href !== "string") return state.all(element, inherited);
  if (isFootnoteCall(element)) return citeNote(state, element, inherited, href.slice(1));
  const to = resolve(href, state);
  if (!to) return state.all(element, inherited);
  const quiet = "bookmark" in to || hasClass(element, "reference");
  const style = quiet ? "CrossReference" : "Hyperlink";
  return wrap(state.all(element, { ...inherited, marks: { ...inherited.marks, style } }), to);
};

function resolve(href: string, { bookmarks, places }: State): Link["to"] | undefined {
  if (href.startsWith("#")) {
    const id = href.slice(1);
    const bookmark = bookmarks.get(id)?.name ?? places.get(id);
    return bookmark === undefined ? undefined : { bookmark };
  }
  // Word refuses a document with an address that is not a valid URI (ECMA-376 part 2, 9.3).
  return { href: isUrl(href) ? new URL(href).href : encodeURI(href) };
}

/** Word's own mark the first time, the number alone after that and within notes, where Word allows no other note. */
function citeNote(state: State, element: Element, inherited: Inherited, id: string): Content[] {
  const note = inherited.inNote ? undefined : state.notes.cite(id);
  if (!note) return state.all(element, inherited);
  if (note.first) return [{ kind: "note", number: note.number }];
  return [{ kind: "text", value: String(note.number), marks: inherited.marks, verbatim: false }];
}

/** A link runs through text, not through blocks: each stretch of text becomes one. */
function wrap(contents: readonly Content[], to: Link["to"]): Content[] {
  const wrapped: Content[] = [];
  let stretch: Inline[] = [];
  const end = (): void => {
    if (stretch.length > 0) wrapped.push({ kind: "link", to, children: stretch });
    stretch = [];
  };
  for (const content of contents) {
    if (!isBlock(content)) stretch.push(content);
    else {
      end();
      wrapped.push(
        content.kind === "paragraph"
          ? { ...content, children: [{ kind: "link", to, children: content.children }] }
          : content,
      );
    }
  }
  end();
  return wrapped;
}
