import type { Serialization } from "../serialization.js";
import { graphJsonld, patternsJsonld } from "./graph-jsonld.js";

/** Every way in which the patterns are written. */
export const SERIALIZATIONS: readonly Serialization[] = [patternsJsonld, graphJsonld];
