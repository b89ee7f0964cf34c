import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { findTemplate, TemplateError } from "./template-files.js";

const NAME = "tokens.yaml";

/** One `tokens.yaml` as it was written, and where in it a token stands. */
export interface TokenFile {
  path: string;
  tokens: Tree;
  /** `folder/tokens.yaml:12:5`; undefined where the file has no such token. */
  placeOf(token: readonly PropertyKey[]): string | undefined;
}

type Tree = Readonly<Record<string, unknown>>;

/**
 * The `tokens.yaml` of each folder that has one, in the order of the folders.
 * @throws TemplateError with file, line and column where one is no YAML, or no tokens
 */
export function openTokenFiles(folders: readonly string[]): TokenFile[] {
  return folders.flatMap((folder) => (findTemplate([folder], NAME) ? [open(join(folder, NAME))] : []));
}

function open(path: string): TokenFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error) throw new TemplateError(`${at(error.pos[0])}: ${error.message}; expected valid YAML`);
  const tokens: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
  if (!isTree(tokens)) throw new TemplateError(`${at(0)}: found no tokens; expected keys such as colours or scale`);
  return {
    path,
    tokens,
    placeOf(token) {
      const keys = token.map((key) => (typeof key === "symbol" ? String(key) : key));
      const holder = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
      const pair = isMap(holder)
        ? holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(keys.at(-1)))
        : undefined;
      const node = pair?.key ?? document.getIn(keys, true);
      return isNode(node) && node.range ? at(node.range[0]) : undefined;
    },
  };
}

// The keys that say which font it is: if one of them is given, the family replaces the one below completely.
const SOURCES = ["family", "package", "files"];
const OF_A_SOURCE = new Set([...SOURCES, "faces", "range", "licence", "size", "features"]);

/** Tokens over others, key by key. A list takes the place of a list, a face that of a face. */
export function layTokens(over: Tree, under: Tree): Tree {
  const laid: Record<string, unknown> = SOURCES.some((key) => key in over)
    ? Object.fromEntries(Object.entries(under).filter(([key]) => !OF_A_SOURCE.has(key)))
    : { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = laid[key];
    laid[key] = isTree(value) && isTree(below) ? layTokens(value, below) : value;
  }
  return laid;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
