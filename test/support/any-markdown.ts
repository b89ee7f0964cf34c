import type {
  BlockContent,
  DefinitionContent,
  Node,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
} from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { type Handle, toMarkdown } from "mdast-util-to-markdown";
import fc from "./fast-check.js";

/** A Markdown document and the words that were put in it, each of which stands nowhere else. */
export interface AnyMarkdown {
  source: string;
  words: string[];
}

/** Stands in a generated tree for a word: each becomes another. */
const WORD = "§";

/** What stands between words besides a space: signs that mean something to Markdown, HTML or our reader. */
const aGap = fc.constantFrom(
  ...[
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "\n",
    " * ",
    " _",
    "_ ",
    "** ",
    " ~",
    "~~ ",
    " | ",
    "|",
    " [",
    "] ",
    " ![",
    "](",
    " <",
    "> ",
  ],
  ...[
    " & ",
    "&amp; ",
    " # ",
    " :",
    ": ",
    " - ",
    " -- ",
    "… ",
    ' "',
    '" ',
    "'",
    " (",
    ") ",
    " ^",
    "[^",
    " %% ",
    " {",
    "} ",
    "$",
    "`",
    "\\",
    "/",
  ],
);
const someWords: fc.Arbitrary<string> = fc
  .array(aGap, { maxLength: 4 })
  .map((gaps) => WORD + gaps.map((gap) => gap + WORD).join(""));
const aLine = fc.integer({ min: 1, max: 4 }).map((count) => Array.from({ length: count }, () => WORD).join(" "));

const LABELS = ["a", "b", "c"];
const aLabel = fc.constantFrom(...LABELS);
const anAddress = fc.constantFrom(
  "https://example.org/x",
  "other.md",
  "#part",
  "../up/other.md#part",
  "",
  "mailto:a@example.org",
);

/** HTML in a line, round words. */
const inlineHtml = fc
  .tuple(
    fc.constantFrom("b", "span", "u", "kbd", "mark", "q", "sub", "small", "abbr", "x-own"),
    aLine,
    fc.constantFrom("", ' class="x"', ' title="§"', ' style="color:red"', ' onclick="x()"'),
  )
  .map(
    ([tag, words, attributes]): PhrasingContent => ({ type: "html", value: `<${tag}${attributes}>${words}</${tag}>` }),
  );

const { phrasing } = fc.letrec<{
  phrasing: PhrasingContent[];
  inLink: PhrasingContent[];
  one: PhrasingContent;
  plain: PhrasingContent;
}>((tie) => ({
  phrasing: fc.array(tie("one"), { minLength: 1, maxLength: 4 }).map(spaced),
  inLink: fc.array(tie("plain"), { minLength: 1, maxLength: 3 }).map(spaced),
  plain: fc.oneof(
    { depthSize: "xsmall" },
    someWords.map((value): PhrasingContent => ({ type: "text", value })),
    aLine.map((value): PhrasingContent => ({ type: "inlineCode", value })),
    tie("inLink").map((children): PhrasingContent => ({ type: "emphasis", children })),
    tie("inLink").map((children): PhrasingContent => ({ type: "strong", children })),
    // One in another would begin a line with the fence of a block of code.
    tie("inLink").map(
      (children): PhrasingContent => ({ type: "delete", children: children.filter(({ type }) => type === "text") }),
    ),
  ),
  one: fc.oneof(
    { depthSize: "xsmall" },
    { weight: 6, arbitrary: tie("plain") },
    fc
      .tuple(anAddress, tie("inLink"), fc.option(aLine, { nil: null }))
      .map(([url, children, title]): PhrasingContent => ({ type: "link", url, title, children })),
    fc
      .tuple(aLine, fc.option(aLine, { nil: null }))
      .map(([alt, title]): PhrasingContent => ({ type: "image", url: "https://example.org/x.png", alt, title })),
    fc.constant<PhrasingContent>({ type: "break" }),
    aLabel.map((identifier): PhrasingContent => ({ type: "footnoteReference", identifier })),
    inlineHtml,
    aLine.map((words): PhrasingContent => ({ type: "html", value: `<!-- ${words} -->` })),
    aLine.map((value): PhrasingContent => ({ type: "html", value: `$x_{\\text{${value}}}$` })),
  ),
}));

/** Inline nodes with a space between them: nothing runs into a word. */
function spaced(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => [node, { type: "text", value: " " }]).slice(0, -1);
}

const aCell = phrasing.map(
  (children): TableCell => ({
    type: "tableCell",
    children: children.filter(({ type }) => type !== "break"),
  }),
);
/** Rows of any length, also longer than the head or shorter. */
const aTable = fc.array(fc.array(aCell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }).map(
  (rows): BlockContent => ({
    type: "table",
    children: rows.map((children) => ({ type: "tableRow", children })),
  }),
);

const aHtmlBlock = fc
  .tuple(aLine, aLine, aLine)
  .chain(([a, b, c]) =>
    fc.constantFrom(
      `<div align="center">\n${a}\n<p>${b}</p>\n</div>`,
      `<details>\n<summary>${a}</summary>\n\n${b}\n\n</details>`,
      `<table><caption>${a}</caption><tr><th rowspan="3">${a}</th><td>${b}</td></tr><tr><td>${c}</td></tr></table>`,
      `<ol type="a" start="3"><li>${a}</li><li>${b}</li></ol>`,
      `<dl><dt>${a}</dt><dd>${b}</dd></dl>`,
      `<figure><img src="x.png" alt="${a}"><figcaption>${b}</figcaption></figure>`,
      `<p>${a}<p>${b}</div>${c}`,
      `<h3>${a}</h3>`,
      `<center>${a}</center><blockquote>${b}</blockquote>`,
      `<x-own>${a}<unknown>${b}</unknown></x-own>`,
      `<button>${a}</button><label>${b}</label><select><option>${c}</option></select>`,
      `<iframe src="https://example.org/film" title="${a}">${b}</iframe>`,
      `<video controls>${a}</video><noscript>${b}</noscript>`,
      `<svg viewBox="0 0 9 9"><title>${a}</title><text>${b}</text></svg>`,
      `<!-- ${a}\n\n${b} -->`,
      `<pre>${a}\n  ${b}</pre>`,
    ),
  )
  .map((value): BlockContent => ({ type: "html", value }));

const KINDS = ["[!NOTE]", "[!warning]-", "[!own]+", "[!tip] §"];

const { blocks } = fc.letrec<{ block: BlockContent; blocks: BlockContent[]; item: BlockContent[] }>((tie) => ({
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 4 }),
  item: fc.oneof(
    phrasing.map((children): BlockContent[] => [{ type: "paragraph", children }]),
    fc
      .tuple(phrasing, tie("blocks"))
      .map(([children, rest]): BlockContent[] => [{ type: "paragraph", children }, ...rest.slice(0, 2)]),
    tie("blocks").map((some) => some.slice(0, 2)),
  ),
  block: fc.oneof(
    { depthSize: "xsmall", withCrossShrink: true },
    { weight: 5, arbitrary: phrasing.map((children): BlockContent => ({ type: "paragraph", children })) },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.integer({ min: 1, max: 6 }), phrasing).map(
        ([depth, children]): BlockContent => ({
          type: "heading",
          depth: depth as 1 | 2 | 3 | 4 | 5 | 6, // as generated
          children: children.filter(({ type }) => type !== "break"),
        }),
      ),
    },
    aTable,
    aHtmlBlock,
    fc
      .tuple(fc.constantFrom("", "js", "mermaid", "math", "text extra"), aLine, aLine)
      .map(([lang, a, b]): BlockContent => ({ type: "code", lang, value: `${a}\n  ${b}` })),
    fc.constant<BlockContent>({ type: "thematicBreak" }),
    tie("blocks").map((children): BlockContent => ({ type: "blockquote", children })),
    fc.tuple(fc.constantFrom(...KINDS), tie("blocks")).map(
      ([kind, children]): BlockContent => ({
        type: "blockquote",
        children: [{ type: "paragraph", children: [{ type: "html", value: kind }] }, ...children],
      }),
    ),
    fc
      .tuple(
        fc.array(fc.tuple(tie("item"), fc.constantFrom(null, null, true, false)), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 12 }),
        fc.boolean(),
      )
      .map(
        ([items, ordered, start, spread]): BlockContent => ({
          type: "list",
          ordered,
          start: ordered ? start : null,
          spread,
          children: items.map(([children, checked]) => ({ type: "listItem", checked, spread, children })),
        }),
      ),
  ),
}));

/** Notes: some that nothing calls, some of one label. */
const notes = fc.array(
  fc.tuple(aLabel, blocks).map(
    ([identifier, children]): DefinitionContent => ({
      type: "footnoteDefinition",
      identifier,
      children: children.slice(0, 2),
    }),
  ),
  { maxLength: 3 },
);

/** Any Markdown that a person might write, and some that none would. */
export const anyMarkdown: fc.Arbitrary<AnyMarkdown> = fc.tuple(blocks, notes).map(([some, definitions]) => {
  const words: string[] = [];
  const next = (): string => {
    const word = toWord(words.length);
    words.push(word);
    return word;
  };
  const tree: Root = { type: "root", children: [...some, ...definitions].map((node) => fill(node, next)) };
  return { source: toMarkdown(tree, OPTIONS), words };
});

/** Words of letters, so that nothing takes them for figures: `wabcx`. */
export function toWord(number: number): string {
  const letters = [...number.toString().padStart(3, "0")].map((digit) => "abcdefghij".charAt(Number(digit)));
  return `w${letters.join("")}x`;
}

/** A copy of a tree, in which each word is another. */
function fill<Kind extends RootContent>(node: Kind, next: () => string): Kind {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "string") copy[key] = value.replaceAll(WORD, next);
    else copy[key] = Array.isArray(value) ? value.map((child: RootContent) => fill(child, next)) : value;
  }
  return copy as unknown as Kind; // the same but for its words
}

/** Tables as people type them: no row is filled up to the length of another. */
const table: Handle = (node: Node, _parent, state, info) => {
  const exits = [state.enter("tableCell"), state.enter("phrasing")];
  const rows = (node as Parent).children.map((row) =>
    (row as unknown as Parent).children
      .map((cell) =>
        state.containerPhrasing(cell as TableCell, { ...info, before: "|", after: "|" }).replaceAll("\n", " "),
      )
      .join(" | "),
  );
  for (const exit of exits.reverse()) exit();
  const head = ((node as Parent).children[0] as unknown as Parent).children;
  const lines = [rows[0], head.map(() => "---").join(" | "), ...rows.slice(1)];
  return lines.map((line) => `| ${line} |`).join("\n");
};

const OPTIONS = { extensions: [gfmToMarkdown(), { handlers: { table } }] };
