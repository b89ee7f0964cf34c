import matter from "gray-matter";
import { SourceError } from "../failure.js";
import type { Json, JsonObject, Observation } from "../pattern.js";
import { otherLanguage } from "./failures.js";
import { type Cut, cutAtFences } from "./fences.js";
import type { FurtherBlock } from "./further.js";
import { type PositionedFields, parsePositioned } from "./positioned-yaml.js";
import { parseToml } from "./toml.js";

/** Front matter with the place of every value. */
export interface FrontMatter extends PositionedFields {
  /** Whether the file has none: then it has no fields. */
  isAbsent: boolean;
  /** The body, padded with newlines so that its positions are those of the file. */
  body: string;
  /** What front matter below the first says: its fields, or its text where it is no YAML. No part of `data`. */
  further: Json[];
  observations: Observation[];
}

/**
 * Splits a file into front matter and body. Front matter in a code fence, after blank lines or after a first heading is
 * read too, and observed.
 * @throws SourceError where the file is empty, where the front matter has no end, where it is no valid YAML or TOML, or where
 * it is in another language.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const { further, body, observations, ...cut } = cutAtFences(text);
  const fields = readFields(cut);
  return {
    ...(fields ?? { ...NO_FIELDS, places: new Map() }),
    isAbsent: fields === undefined,
    body,
    observations: [...observations, ...(fields?.observations ?? [])],
    further: further.map(readFurther),
  };
}

function readFields({
  block,
  toml,
  line,
}: Omit<Cut, "body" | "further" | "observations">): PositionedFields | undefined {
  if (toml !== undefined) return parseToml(toml, line + 1);
  return block === undefined ? undefined : parseBlock(block, line);
}

function readFurther({ yaml, first }: FurtherBlock): Json {
  try {
    return parsePositioned(yaml, first + 1).data;
  } catch (error) {
    if (error instanceof SourceError) return yaml;
    throw error;
  }
}

const NO_FIELDS = { data: {}, text: {}, observations: [] };

// gray-matter runs code in the first two; naming them is the only way to stop it.
const REFUSED = ["javascript", "js", "json", "coffee", "coffeescript", "cson", "toml"];

/** @throws SourceError where the block is in another language than YAML or no valid YAML. */
function parseBlock(block: string, line: number): PositionedFields {
  const refuse = (): never => {
    throw otherLanguage({ line, column: 1 }, block);
  };
  // A language that gray-matter does not know would be an error of its own kind, or a method of Object.prototype.
  if (!/^(?:ya?ml)?$/i.test(matter.language(block).name)) refuse();
  // What a block without fields comes to: gray-matter does not hand it to a parser.
  let fields: PositionedFields = { data: {}, text: {}, places: new Map(), observations: [] };
  const yaml = (source: string): JsonObject => {
    // The text begins with the newline after the opening dashes.
    fields = parsePositioned(source.replace(/^\n/, ""), line + 1);
    return fields.data;
  };
  const engine = (parse: (source: string) => object) => ({ parse, stringify: refuse });
  matter(block, {
    // Without options gray-matter caches, and a file that failed once passes the second time.
    engines: { yaml: engine(yaml), ...Object.fromEntries(REFUSED.map((language) => [language, engine(refuse)])) },
    // Only a whole line of dashes closes: gray-matter alone would stop at a line that begins with them.
    delimiters: ["---", "---\n"],
  });
  return fields;
}
