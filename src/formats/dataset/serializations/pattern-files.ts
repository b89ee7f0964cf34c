import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toFileName } from "../../../library/file-name.js";
import { serializeDocument } from "../../../linked-data/serialize.js";
import type { Serialization } from "../serialization.js";

/** Each pattern with its text in a JSON-LD document of its own. */
export const patternFiles: Serialization = {
  path: "patterns/",
  async open(path, { setting }) {
    await mkdir(path);
    return {
      add: ({ whole, pattern: { slug } }) =>
        writeFile(join(path, `${toFileName(slug)}.jsonld`), `${serializeDocument(whole, setting)}\n`),
      close() {},
    };
  },
};
