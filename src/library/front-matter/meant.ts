import { type Document, isAlias, isMap, isPair, isScalar, type Node, type Scalar, visit } from "yaml";
import { isUsual } from "./further.js";
import type { MistakeKind } from "./repair-lines.js";

/** A value that YAML silently reads as less than what is written, or as something else. */
export interface Doubtful {
  kind: MistakeKind;
  /** Offset of what YAML passes over. */
  offset: number;
  /** Offset of a character of its line. */
  line: number;
  /** Whether it is a whole entry of a list. */
  isEntry?: true;
}

// A tag of the core schema says what a value is; any other is one that nothing here knows.
const CORE_TAG = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;
// What YAML passes over after such a value can be nothing but a comment.
const ONE_WORD =
  /^(?:id|slug|version|lang|language|created|modified|universality|domain|status|weight|\w*url|repository)$/;
const WORDS = /^(?:title|summary)$/;
const OPENING_CURLY = /^[“”„«‘’‚‹].*[“”»‘’›]$/u;
const CURLY_FIELDS =
  /^(?:id|title|slug|version|lang|language|created|modified|universality|domain|status|license|\w*url|repository)$/;

/**
 * Values that stand on one line and are cut, or turned into something else, by signs that mean something to YAML:
 * `Issue #1`, `!important`, `&c`, `*all*`, `{{ name }}`; and names that begin with a no-break space.
 */
export function findDoubtful(document: Document.Parsed, source: string): Doubtful[] {
  const found: Doubtful[] = [];
  const anchors = new Set<string>();
  const used = new Set<string>();
  const anchored: { anchor: string; doubt: Doubtful }[] = [];
  visit(document, {
    Alias(_, { source: name, range }) {
      used.add(name);
      const offset = range?.[0] ?? 0;
      if (!anchors.has(name)) found.push({ kind: "alias", offset, line: offset });
    },
    Node(key, node, path) {
      if (isAlias(node)) return;
      if (node.anchor !== undefined) anchors.add(node.anchor);
      const doubt =
        key === "key" ? doubtKey(node) : (doubtValue(node, fieldOf(path), source) ?? inList(key, node, path, source));
      if (doubt) found.push(doubt);
      else if (node.anchor !== undefined && isScalar(node) && isOnOneLine(node, source)) {
        const offset = source.lastIndexOf("&", node.range?.[0] ?? 0);
        anchored.push({ anchor: node.anchor, doubt: { kind: "anchor", offset, line: offset } });
      }
    },
  });
  return [...found, ...anchored.filter(({ anchor }) => !used.has(anchor)).map(({ doubt }) => doubt)];
}

function inList(key: unknown, node: Node, path: readonly unknown[], source: string): Doubtful | undefined {
  return typeof key === "number" ? doubtEntry(node, fieldOf(path), source) : undefined;
}

function fieldOf(path: readonly unknown[]): string {
  const pair = path.findLast((step) => isPair(step));
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : "";
}

// Their entries are words, or maps of people and works.
const LISTS_OF_WORDS = /^(?:aliases|sources|contributors|category|era|origin|commons_domain|cross_domains)$/;

/** An entry such as `- Reef: a memoir`, which is a map to YAML. */
function doubtEntry(node: Node, field: string, source: string): Doubtful | undefined {
  if (!isMap(node) || node.flow || node.items.length !== 1 || !LISTS_OF_WORDS.test(field)) return undefined;
  const [pair] = node.items;
  if (!isScalar(pair?.key) || !isScalar(pair.value) || pair.value.value === null) return undefined;
  const offset = node.range?.[0] ?? 0;
  if (!isOnOneLine(pair.value, source)) return undefined;
  return { kind: "colon", offset, line: offset, isEntry: true };
}

function doubtKey(node: Node): Doubtful | undefined {
  const offset = node.range?.[0] ?? 0;
  // `title:Foo: bar`, whose first colon is part of the name to YAML.
  if (isScalar(node) && isUsual(String(node.value).replace(/:\S.*$/, ": "))) {
    if (/^[\w-]+:\S/.test(String(node.value))) return { kind: "no-blank", offset, line: offset };
  }
  if (!isScalar(node) || typeof node.value !== "string" || !/^[\u00a0\u2007\u202f\u3000]/.test(node.value))
    return undefined;
  return { kind: "no-break-space", offset, line: offset };
}

function doubtValue(node: Node, field: string, source: string): Doubtful | undefined {
  const offset = node.range?.[0] ?? 0;
  if (isMap(node) && node.flow && source.startsWith("{{", offset)) return { kind: "template", offset, line: offset };
  if (!isScalar(node) || !isOnOneLine(node, source)) return undefined;
  if (node.tag !== undefined && !CORE_TAG.test(node.tag)) {
    const at = source.lastIndexOf("!", offset - 1);
    return { kind: "tag", offset: at, line: at };
  }
  if (typeof node.value !== "string") return undefined;
  if (CURLY_FIELDS.test(field) && OPENING_CURLY.test(node.value)) return { kind: "curly-quotes", offset, line: offset };
  return doubtComment(node, field, source);
}

function doubtComment({ range, type }: Scalar, field: string, source: string): Doubtful | undefined {
  const [start, end] = range ?? [0, 0];
  const [, blanks, next = ""] = /^([ \t]+)#(.?)/.exec(source.slice(end, end + 80)) ?? [];
  if (blanks === undefined || type !== "PLAIN") return undefined;
  const isMeant = /\S/.test(next) && !ONE_WORD.test(field);
  if (!isMeant && !WORDS.test(field)) return undefined;
  return { kind: isMeant ? "comment" : "remark", offset: end + blanks.length, line: start };
}

function isOnOneLine({ range, type }: Scalar, source: string): boolean {
  const [start, end] = range ?? [0, 0];
  return type !== "BLOCK_FOLDED" && type !== "BLOCK_LITERAL" && !source.slice(start, end).includes("\n");
}
