import type { Serialization } from "../serialization.js";
import { graphGraphml } from "./graph-graphml.js";
import { graphJsonld } from "./graph-jsonld.js";
import { chunksJsonl, sectionsParquet } from "./passages.js";
import { patternFiles } from "./pattern-files.js";
import { patternsJsonl } from "./patterns-jsonl.js";
import { patternsTurtle } from "./patterns-turtle.js";
import { patternsCsv, relationsCsv } from "./tables-csv.js";
import { patternsParquet, relationsParquet } from "./tables-parquet.js";

/** Every way in which the patterns are written. */
export const SERIALIZATIONS: readonly Serialization[] = [
  graphJsonld,
  patternFiles,
  patternsTurtle,
  patternsJsonl,
  patternsCsv,
  relationsCsv,
  patternsParquet,
  relationsParquet,
  sectionsParquet,
  chunksJsonl,
  graphGraphml,
];
