import type { Serialization } from "../serialization.js";
import { graphGraphml } from "./graph-graphml.js";
import { graphJsonld, patternsJsonld } from "./graph-jsonld.js";
import { patternFiles } from "./pattern-files.js";
import { patternsJsonl } from "./patterns-jsonl.js";
import { patternsParquet } from "./patterns-parquet.js";
import { patternsTurtle } from "./patterns-turtle.js";
import { patternsCsv, relationsCsv } from "./tables-csv.js";

/** Every way in which the patterns are written. */
export const SERIALIZATIONS: readonly Serialization[] = [
  patternsJsonld,
  graphJsonld,
  patternFiles,
  patternsTurtle,
  patternsJsonl,
  patternsCsv,
  relationsCsv,
  patternsParquet,
  graphGraphml,
];
