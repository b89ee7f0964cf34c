import { toJson } from "../../../linked-data/serialize.js";
import type { Serialization } from "../serialization.js";
import { openTextFile } from "../text-file.js";

/** A record a line, as `pattern.schema.json` says. */
export const patternsJsonl: Serialization = {
  path: "patterns.jsonl.gz",
  async open(path) {
    const file = await openTextFile(path);
    return { add: ({ record }) => file.write(`${toJson(record)}\n`), close: () => file.close() };
  },
};
