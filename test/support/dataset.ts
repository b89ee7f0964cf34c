import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Json, JsonObject } from "../../src/library/pattern.js";

/** A file of the dataset in an output folder; without a name, the one that holds everything. */
export function datasetPath(out: string, name = "patterns.jsonld"): string {
  return join(out, "dataset", name);
}

/** Nodes of a dataset's graph by address. */
export async function readNodes(path: string): Promise<Map<string, JsonObject>> {
  const { "@graph": graph } = JSON.parse(await readFile(path, "utf8"));
  return new Map(graph.map((node: JsonObject) => [node["@id"], node]));
}

/** The node of a pattern, by its slug. */
export function nodeOf(nodes: ReadonlyMap<string, JsonObject>, slug: string): JsonObject {
  const found = [...nodes.values()].find((node) => node.slug === slug);
  if (!found) throw new Error(`no pattern ${slug} in the dataset`);
  return found;
}

/** A node's sections, in order. */
export function sectionsOf(node: JsonObject): JsonObject[] {
  return [node.section ?? []].flat().filter(isNode);
}

function isNode(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
