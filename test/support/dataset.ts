import { existsSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PatternRecord } from "../../src/formats/dataset/record.js";
import type { Json, JsonObject } from "../../src/library/pattern.js";
import { testConfig } from "./editions.js";

/** A file of the dataset in an output folder; without a name, the graph. */
export function datasetPath(out: string, name = "graph.jsonld"): string {
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

/** For a dataset with a file for each pattern that has the pattern's text in it. */
export const WITH_TEXTS = { dataset: { ...testConfig().dataset, files: "whole" as const } };

/** What a file of the dataset holds, were it not compressed. */
export function readText(out: string, name: string): string {
  const bytes = readFileSync(datasetPath(out, name));
  return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
}

export function readRecords(out: string): PatternRecord[] {
  return readText(out, "patterns.jsonl.gz")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/**
 * Everything that a dataset with texts says, as one document: the graph, with the patterns' own documents in the place of
 * their nodes.
 * @returns its path, beside the output
 */
export async function joinGraph(out: string): Promise<string> {
  const { "@graph": graph, ...head } = JSON.parse(readText(out, "graph.jsonld"));
  const whole = graph.map((node: JsonObject) => {
    const path = datasetPath(out, `patterns/${node.slug}.jsonld`);
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : node;
  });
  const path = `${out}-whole.jsonld`;
  await writeFile(path, JSON.stringify({ ...head, "@graph": whole }));
  return path;
}
