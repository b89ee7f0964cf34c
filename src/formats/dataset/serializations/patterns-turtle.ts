import { Writer } from "n3";
import { describeNeighbours, describeSchemes } from "../../../linked-data/graph.js";
import type { Node } from "../../../linked-data/node.js";
import { toQuads } from "../../../linked-data/quads.js";
import type { Setting } from "../../../linked-data/setting.js";
import { PREFIXES } from "../../../linked-data/vocabulary.js";
import { describeDataset } from "../catalogue/dataset.js";
import type { Serialization } from "../serialization.js";
import { openTextFile } from "../text-file.js";

/** RDF 1.1 Turtle: every triple, those of the text too. */
export const patternsTurtle: Serialization = {
  path: "patterns.ttl.gz",
  async open(path, basis) {
    const { setting } = basis;
    const { patterns } = basis.library;
    const file = await openTextFile(path);
    const prefixes = { ...PREFIXES, pattern: setting.namespace };
    const declarations = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}>.\n`);
    await file.write(`${declarations.join("")}\n`);
    const add = (node: Node): Promise<void> => file.write(serialize(node, setting, prefixes));
    for (const node of [describeDataset(basis), ...describeSchemes(patterns, setting)]) await add(node);
    return {
      add: ({ whole }) => add(whole),
      async close() {
        for (const node of describeNeighbours(patterns, setting)) await add(node);
        await file.close();
      },
    };
  },
};

/** A node's triples as Turtle, without the declarations of prefixes. */
function serialize(node: Node, setting: Setting, prefixes: Record<string, string>): string {
  let turtle = "";
  const writer = new Writer({ prefixes });
  writer.addQuads(toQuads(node, setting));
  writer.end((_, text: string) => {
    turtle = text;
  });
  return `${turtle.replace(/^(@prefix [^\n]*\n)+\n?/, "")}\n`;
}
