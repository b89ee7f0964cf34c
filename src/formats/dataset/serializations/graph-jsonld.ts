import { toContext } from "../../../linked-data/context.js";
import { describeNeighbours, describeSchemes } from "../../../linked-data/graph.js";
import type { Node } from "../../../linked-data/node.js";
import { beginGraph, GRAPH_END, serializeNode } from "../../../linked-data/serialize.js";
import { describeDataset } from "../catalogue/dataset.js";
import type { Serialization } from "../serialization.js";
import { openTextFile } from "../text-file.js";

/** Every node without its text, in one document: what is related to what, and how. */
export const graphJsonld: Serialization = {
  path: "graph.jsonld",
  async open(path, basis) {
    const { setting, library } = basis;
    const file = await openTextFile(path);
    await file.write(beginGraph(toContext(setting)));
    const before = [describeDataset(basis), ...describeSchemes(library.patterns, setting)];
    await file.write(before.map(serializeNode).join(",\n"));
    const add = (node: Node): Promise<void> => file.write(`,\n${serializeNode(node)}`);
    return {
      add: ({ node }) => add(node),
      async close() {
        for (const node of describeNeighbours(library.patterns, setting)) await add(node);
        await file.write(GRAPH_END);
        await file.close();
      },
    };
  },
};
