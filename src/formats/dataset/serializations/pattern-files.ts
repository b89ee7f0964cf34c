import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toFileName } from "../../../library/file-name.js";
import { serializeDocument } from "../../../linked-data/serialize.js";
import type { Basis } from "../basis.js";
import type { Serialization } from "../serialization.js";

// A folder of more files takes longer to copy than to read, and nobody looks through it.
const MANY = 500;

/** Each pattern in a JSON-LD document of its own: its node of the graph, with the text where the configuration asks for it. */
export const patternFiles: Serialization = {
  path: "patterns/",
  isWanted,
  async open(path, { setting, config }) {
    await mkdir(path);
    const hasText = config.dataset.files === "whole";
    return {
      add: ({ node, whole, pattern: { slug } }) =>
        writeFile(join(path, `${toFileName(slug)}.jsonld`), `${serializeDocument(hasText ? whole : node, setting)}\n`),
      close() {},
    };
  },
};

function isWanted({ config, library }: Basis): boolean {
  const { files } = config.dataset;
  return files === "auto" ? library.patterns.length < MANY : files !== "none";
}
