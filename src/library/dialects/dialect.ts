import type { z } from "zod";
import type { DialectName, JsonObject, Score } from "../pattern.js";
import type { DocumentFields } from "./document.js";

/** What a dialect says about a pattern's place in the library. */
export interface Classification {
  /** As written; checked against the known levels later. */
  universality?: string;
  domain?: string;
  crossDomains?: string[];
  commonsDomains?: string[];
  categories?: string[];
  eras?: string[];
  origins?: string[];
  status?: string;
  alignment?: number;
  scores?: Score[];
  /** Fields of the dialect's own group that it does not know. */
  extra?: JsonObject;
  /** What a known field says besides what is read of it: kept with `extra`, not reported. */
  remarks?: JsonObject;
}

/** One generation of front matter. */
export interface Dialect<Fields extends DocumentFields = DocumentFields> {
  name: DialectName;
  /** The group by which a file of this dialect is known; where its fields stand, for messages. */
  group?: string;
  schema: z.ZodType<Fields>;
  classify(fields: Fields): Classification;
}
