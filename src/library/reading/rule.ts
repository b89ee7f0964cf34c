import type { MatterPlace, RelationKind, SectionRole } from "../pattern.js";
import type { AddressMap } from "./map-address.js";
import type { PlaceSpec } from "./place.js";

/** Where relations of one kind are stated; of maps in a list, which keys say what. */
export interface RelationPlaces {
  in: readonly string[];
  target?: string;
  weight?: string;
  description?: string;
}

/** How some files of a library are read: plain data, as it stands in the configuration or ships with the program. */
export interface ReadingRule {
  /** What a file that it fits becomes. */
  as: "pattern" | MatterPlace | "skip";
  /** Where each field is looked for, by its name; those that are not ours are kept under it. */
  fields: Readonly<Record<string, PlaceSpec>>;
  relations: Readonly<Partial<Record<RelationKind, RelationPlaces>>>;
  /** Names of sections by role, beside those that are known. */
  roles: Readonly<Partial<Record<SectionRole, readonly string[]>>>;
  /** What is taken out of the body: sections, and text. */
  drop: readonly string[];
  /** Where the links of the library lead, that are not written as addresses. */
  links: AddressMap;
  /** The language that files are expected in which state none, BCP 47; English where it is not given. */
  unstated?: string | undefined;
}

export const EMPTY_RULE: ReadingRule = { as: "pattern", fields: {}, relations: {}, roles: {}, drop: [], links: {} };

/** One rule over another: what the upper one says of a field, a kind or a role takes the place of the lower one's. */
export function overlay(lower: ReadingRule, upper: ReadingRule): ReadingRule {
  return {
    as: upper.as,
    // What the upper one names stands first, in what is kept as well.
    fields: { ...upper.fields, ...lower.fields, ...upper.fields },
    relations: { ...lower.relations, ...upper.relations },
    roles: { ...lower.roles, ...upper.roles },
    drop: [...lower.drop, ...upper.drop],
    links: { ...upper.links, ...lower.links },
    unstated: upper.unstated ?? lower.unstated,
  };
}
