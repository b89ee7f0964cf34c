import type { Root } from "mdast";
import type { ConstructRecord } from "micromark-util-types";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { type Pluggable, type Processor, unified } from "unified";
import { SourceError } from "../failure.js";
import { type Point, pointAt } from "../point.js";
import { wikilinkSyntax, wikilinkToMdast } from "./wikilink-syntax.js";

// One dollar sign is money; two on either side are a formula.
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath, { singleDollarTextMath: false })
  .use(remarkWikilinks)
  .freeze();
// To look for an address of mail at the beginning of every word takes a quarter of the time.
const withoutMail = markdown().use(remarkWithoutMail).freeze();

/** The same reader with plugins of others, which may bring syntax of their own. */
export function markdownWith(plugins: Pluggable[]) {
  return markdown().use(plugins).freeze();
}

/** Markdown → mdast. */
export type Parse = (text: string) => Root;

const parseOurs: Parse = (text) => (text.includes("@") ? markdown : withoutMail).parse(text);

// Deeper nesting is an accident or an attack: no format can show it, and recursive readers give out.
const DEEPEST = 60;

function remarkWikilinks(this: Processor): undefined {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), wikilinkSyntax()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), wikilinkToMdast()];
  return undefined;
}

function remarkWithoutMail(this: Processor): undefined {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(({ text, ...rest }) =>
    text ? { ...rest, text: withoutConstruct(text, "emailAutolink") } : rest,
  );
  return undefined;
}

/** Constructs of the parser that are switched off, by the character they begin with. */
function withoutConstruct(constructs: ConstructRecord, name: string): ConstructRecord {
  return Object.fromEntries(
    Object.entries(constructs).flatMap(([code, found]) => {
      const kept = [found ?? []].flat().filter((construct) => construct.name !== name);
      return kept.length > 0 ? [[code, kept]] : [];
    }),
  );
}

// Ten thousand of these take the parser half a minute, which would be longer than the limit for the whole file.
const ENDLESS_QUOTATIONS = /^(?:[ \t]*>){1000}/m;

/**
 * Markdown with wikilinks and GitHub's extensions → mdast.
 * @throws SourceError where blocks are nested more than 60 deep.
 */
export function parseMarkdown(text: string, parse = parseOurs): Root {
  const endless = ENDLESS_QUOTATIONS.exec(text);
  if (endless) throw tooDeep(pointAt(text, endless.index));
  const tree = parse(text);
  const deep = findDeeper(tree, DEEPEST);
  if (deep) throw tooDeep(deep.position?.start);
  return tree;
}

function tooDeep(place: Point | undefined): SourceError {
  return new SourceError({
    rule: "nesting-is-shallow",
    variant: "blocks",
    values: { most: DEEPEST },
    ...(place ? { place } : {}),
    found: `blocks nested more than ${DEEPEST} deep`,
    expected: `at most ${DEEPEST} levels of lists and quotations`,
    mend: "flatten the list, or give its inner levels sections of their own",
  });
}

interface Nested {
  type: string;
  position?: Root["position"];
  children?: Nested[];
}

/** The first node below `depth`; walks with a stack of its own, for input made to exhaust the machine's. */
function findDeeper(tree: Nested, depth: number): Nested | undefined {
  const stack: [Nested, number][] = [[tree, 0]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, level] = top;
    if (level > depth) return node;
    for (const child of node.children ?? []) stack.push([child, level + 1]);
  }
  return undefined;
}
