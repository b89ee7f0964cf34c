import type { Library } from "../../../library/library.js";
import type { CellType } from "../columns/column.js";
import type { PatternRecord } from "../record.js";
import type { DatasetEntry, Serialization } from "../serialization.js";
import { openTextFile, type TextFile } from "../text-file.js";

// We write GraphML ourselves: graphology-graphml 0.5 reads it but does not write it, and building a tree for
// xast-util-to-xml would take more code than writing the text, with all of it in memory at once.

type Value = string | number | null;
interface Attribute<Item> {
  name: string;
  type: Extract<CellType, "string" | "integer" | "number">;
  value(item: Item): Value;
}

const NODE_ATTRIBUTES: readonly Attribute<DatasetEntry>[] = [
  // Gephi and Cytoscape show an attribute of this name beside the node.
  { name: "label", type: "string", value: ({ record }) => record.title },
  { name: "slug", type: "string", value: ({ record }) => record.slug },
  { name: "iri", type: "string", value: ({ record }) => record.iri },
  { name: "number", type: "integer", value: ({ record }) => record.number },
];
const ASSESSED: readonly Attribute<DatasetEntry>[] = [
  { name: "alignment", type: "number", value: ({ record }) => record.alignment },
  { name: "words", type: "integer", value: ({ record }) => record.words },
];

/** What is said of every node: among it the groups that it stands in, by the fields that part the library. */
function nodeAttributes({ by, groups }: Pick<Library, "by" | "groups">): Attribute<DatasetEntry>[] {
  const taken = new Set([...NODE_ATTRIBUTES, ...ASSESSED].map(({ name }) => name));
  const parting = by.map((field, at): Attribute<DatasetEntry> => {
    const value = ({ pattern }: DatasetEntry): string | null => {
      const { part, chapter } = groups.get(pattern.id) ?? {};
      return [part, chapter][at]?.key || null;
    };
    return { name: field.replace(/[^\p{L}\p{N}_-]+/gu, "_"), type: "string", value };
  });
  return [...NODE_ATTRIBUTES, ...parting.filter(({ name }) => !taken.has(name)), ...ASSESSED];
}

type Relation = PatternRecord["relations"][number];
const EDGE_ATTRIBUTES: readonly Attribute<Relation>[] = [
  { name: "kind", type: "string", value: ({ kind }) => kind },
  { name: "weight", type: "number", value: ({ weight }) => weight },
  { name: "description", type: "string", value: ({ description }) => description },
];

const TYPES = { string: "string", integer: "int", number: "double" } as const;

/**
 * GraphML 1.0 for Gephi, Cytoscape and networkx: patterns as nodes, each relation once as an edge. All edges have a
 * direction, those of mutual relations too: networkx reads no graph that has both sorts.
 */
export const graphGraphml: Serialization = {
  path: "graph.graphml",
  async open(path, { setting: { title, library } }) {
    const file = await openTextFile(path);
    const attributes = nodeAttributes(library);
    await begin(file, title, attributes);
    const published = new Set(library.patterns.map(({ id }) => id));
    // Nodes come first, and edges are small: they wait until all nodes are written.
    const edges: string[] = [];
    return {
      async add(entry) {
        const { record } = entry;
        await file.write(`<node id="${toXml(record.id)}">${describe("n", attributes, entry)}</node>\n`);
        for (const relation of record.relations) {
          if (published.has(relation.target_id) && isShown(record.id, relation))
            edges.push(toEdge(record.id, relation));
        }
      },
      async close() {
        for (const edge of edges) await file.write(edge);
        await file.write("</graph>\n</graphml>\n");
        await file.close();
      },
    };
  },
};

const MUTUAL = new Set(["related", "alternatives", "complementary"]);
// The other ends of relations that are shown under their own name.
const INVERSES = new Set(["specializes_to", "enabled_by", "required_by", "tool_of"]);

/** Whether a relation is shown from this end: a mutual one is from the end whose id comes first. */
function isShown(from: string, { kind, target_id }: Relation): boolean {
  return !INVERSES.has(kind) && (!MUTUAL.has(kind) || from < target_id);
}

function toEdge(from: string, relation: Relation): string {
  const ends = `source="${toXml(from)}" target="${toXml(relation.target_id)}"`;
  return `<edge ${ends}>${describe("e", EDGE_ATTRIBUTES, relation)}</edge>\n`;
}

async function begin(file: TextFile, title: string, nodes: readonly Attribute<DatasetEntry>[]): Promise<void> {
  const declare = (of: "node" | "edge", attributes: readonly Attribute<never>[]): string =>
    attributes
      .map(({ name, type }) => {
        const key = `${of.charAt(0)}_${name}`;
        return `<key id="${key}" for="${of}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`;
      })
      .join("");
  await file.write(
    `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n` +
      `<desc>${toXml(title)}</desc>\n${declare("node", nodes)}${declare("edge", EDGE_ATTRIBUTES)}` +
      `<graph id="patterns" edgedefault="directed">\n`,
  );
}

function describe<Item>(prefix: "n" | "e", attributes: readonly Attribute<Item>[], item: Item): string {
  return attributes
    .map(({ name, value }) => ({ name, content: value(item) }))
    .filter(({ content }) => content !== null)
    .map(({ name, content }) => `<data key="${prefix}_${name}">${toXml(String(content))}</data>`)
    .join("");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Characters that XML 1.0 may hold (2.2), escaped where they would be markup. */
function toXml(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}|\p{NChar}/gu, "")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
