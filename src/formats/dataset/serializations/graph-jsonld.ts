import { toContext } from "../../../linked-data/context.js";
import { describeNeighbours, describeSchemes } from "../../../linked-data/graph.js";
import type { Node } from "../../../linked-data/node.js";
import { beginGraph, GRAPH_END, serializeNode } from "../../../linked-data/serialize.js";
import type { Basis } from "../basis.js";
import { describeDataset } from "../catalogue/dataset.js";
import type { DatasetEntry, Serialization, Sink } from "../serialization.js";
import { openTextFile } from "../text-file.js";

/** Every node with its text, in one document. */
export const patternsJsonld: Serialization = {
  path: "patterns.jsonld",
  open: (path, basis) => openGraph(path, basis, ({ whole }) => whole),
};

/** Every node without its text: what is related to what, and how. */
export const graphJsonld: Serialization = {
  path: "graph.jsonld",
  open: (path, basis) => openGraph(path, basis, ({ node }) => node),
};

async function openGraph(path: string, basis: Basis, nodeOf: (entry: DatasetEntry) => Node): Promise<Sink> {
  const { setting, library } = basis;
  const file = await openTextFile(path);
  await file.write(beginGraph(toContext(setting)));
  const before = [describeDataset(basis), ...describeSchemes(library.patterns, setting)];
  await file.write(before.map(serializeNode).join(",\n"));
  const add = (node: Node): Promise<void> => file.write(`,\n${serializeNode(node)}`);
  return {
    add: (entry) => add(nodeOf(entry)),
    async close() {
      for (const node of describeNeighbours(library.patterns, setting)) await add(node);
      await file.write(GRAPH_END);
      await file.close();
    },
  };
}
