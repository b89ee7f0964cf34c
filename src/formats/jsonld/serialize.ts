import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { JsonObject } from "../../library/pattern.js";
import { replaceLoneSurrogates } from "./iri.js";
import type { Node } from "./node.js";

/** Writes one JSON-LD document to `path`, a node a line, each as soon as it is there. */
export async function writeDocument(path: string, context: JsonObject, nodes: AsyncIterable<Node>): Promise<void> {
  await pipeline(Readable.from(serialize(context, nodes)), createWriteStream(path));
}

async function* serialize(context: JsonObject, nodes: AsyncIterable<Node>): AsyncIterable<string> {
  yield `{"@context": ${JSON.stringify(context, null, 2)},\n"@graph": [`;
  let separator = "\n";
  for await (const node of nodes) {
    yield separator + JSON.stringify(node, wellFormed);
    separator = ",\n";
  }
  yield "\n]}\n";
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? replaceLoneSurrogates(value) : value;
}
