import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Block, Inline, Paragraph, Story, Table } from "../../src/formats/docx/model.js";
import { type SerializeOptions, serialize } from "../../src/formats/docx/serialize.js";
import { parseBody } from "../../src/library/body/parse.js";

type Options = Partial<SerializeOptions>;

/** What a body in Markdown becomes in Word, before it is written. */
export function storyOfMarkdown(markdown: string, options: Options = {}): Story {
  return storyOf(parseBody(markdown, "shed", "Shed").tree, options);
}

/** The same of a template's HTML. */
export function storyOfHtml(html: string, options: Options = {}): Story {
  return storyOf(fromHtml(html, { fragment: true }), options);
}

function storyOf(tree: Root, options: Options): Story {
  return serialize(tree, {
    title: "Shed",
    language: "en",
    paper: "a4",
    pictures: {},
    reportUnknown: ({ tagName }: Element) => {
      throw new Error(`no handler for ${tagName}`);
    },
    ...options,
  });
}

/** Every paragraph, those in tables among them, in order. */
export function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ children }) => paragraphsIn(children))),
  );
}

export function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.filter((block) => block.kind === "table");
}

/** The words of inline content: `⇥` for a tab, `↵` for a break, `{1}` for a footnote's mark. */
export function wordsIn(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "text") return inline.value;
      if (inline.kind === "link") return wordsIn(inline.children);
      if (inline.kind === "note") return `{${inline.number}}`;
      return {
        tab: "⇥",
        column: "⇥⇥",
        break: "↵",
        picture: "",
        bookmark: "",
        contents: "",
        control: "☐",
        field: "#",
        "page-of": "#",
      }[inline.kind];
    })
    .join("");
}

/** One line for a paragraph: its style, its number or bullet, its words. */
export function outline({ style, list, children }: Paragraph): string {
  const mark = list ? ` ${list.kind} ${list.list}/${list.level} from ${list.start}` : "";
  return `${style}${mark}: ${wordsIn(children)}`;
}
