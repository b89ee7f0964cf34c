import type { JsonObject, NumberedPattern } from "../library/pattern.js";
import { toContext } from "./context.js";
import { describeGraph } from "./graph.js";
import { replaceLoneSurrogates } from "./iri.js";
import type { Node } from "./node.js";
import { OWN_PREFIX } from "./own-key.js";
import type { Setting, WordSetting } from "./setting.js";
import { CLASSES, type ClassName, TERMS, type TermName } from "./vocabulary.js";

/** How a JSON-LD document with a graph begins; nodes follow, parted by commas, and `GRAPH_END`. */
export function beginGraph(context: JsonObject): string {
  return `{"@context": ${JSON.stringify(context, null, 2)},\n"@graph": [\n`;
}

export const GRAPH_END = "\n]}\n";

/** A node as one line of JSON. */
export function serializeNode(node: Node | Partial<Node>): string {
  return toJson(node);
}

/**
 * Some patterns of the library without their text as one JSON-LD document, in pieces of a node each: what a volume
 * carries with it.
 */
export function* serializePatterns(patterns: readonly NumberedPattern[], setting: Setting): Iterable<string> {
  yield beginGraph(toContext(setting));
  let separator = "";
  for (const node of describeGraph(patterns, setting)) {
    yield separator + serializeNode(node);
    separator = ",\n";
  }
  yield GRAPH_END;
}

/** A JSON-LD document that is one node, with a context of no more than the node uses. */
export function serializeDocument(node: Node, setting: WordSetting): string {
  return toJson({ "@context": toContext(setting, listWords(node)), ...node });
}

const IN_MARKUP: Record<string, string> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026" };

/** JSON as the content of a script element, of HTML (4.12.1.3) as of XHTML: it ends no element and begins no entity. */
export function toScriptContent(json: string): string {
  return json.replace(/[<>&]/g, (character) => IN_MARKUP[character] ?? character);
}

// JSON.stringify writes half a surrogate pair as an escape.
const ESCAPED_SURROGATE = /\\ud[89a-f]/;

/** JSON on one line, of characters only: half a surrogate pair, which RDF cannot hold, is replaced. */
export function toJson(value: object): string {
  const json = JSON.stringify(value);
  // To look at every string is five times the work, and hardly a text needs it.
  return ESCAPED_SURROGATE.test(json) ? JSON.stringify(value, wellFormed) : json;
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? replaceLoneSurrogates(value) : value;
}

/** The terms and classes that a node and the nodes in it use. */
function listWords(node: Node): { terms: TermName[]; classes: ClassName[]; fields: ReadonlySet<string> } {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) collect(item);
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (inner === undefined) continue;
        found.add(key);
        if (key === "@type" || key === "kind") for (const name of [inner].flat()) found.add(String(name));
        // What `extra` and fields of the library's own hold is JSON, not nodes.
        else if (key !== "extra" && !key.startsWith(`${OWN_PREFIX}:`)) collect(inner);
      }
    }
  };
  collect(node);
  return {
    terms: Object.keys(TERMS).filter((name): name is TermName => found.has(name)),
    classes: Object.keys(CLASSES).filter((name): name is ClassName => found.has(name)),
    fields: found,
  };
}
