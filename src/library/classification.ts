import type { Pattern } from "./pattern.js";
import { UNIVERSALITIES } from "./universality.js";

/** A field of ours whose values tell patterns apart. */
export interface Classification {
  /** What data is called that holds its values: a key of a record, a column. */
  key: string;
  /** The property of linked data, and the scheme of its values; two fields may share one. */
  term: string;
  scheme: string;
  /** What the property is called, and what it and the column mean. */
  label: string;
  comment: string;
  description: string;
  /** Whether a pattern may have several values. */
  isList: boolean;
  /** Its only values, where it has no others. */
  oneOf?: readonly [string, ...string[]];
  /** The words of a locale that its values are called by. */
  names: "grouping" | "domains" | "terms" | "origins" | "states";
}

/** Those fields, in the order in which data has them. A library that does not use one has no values there. */
export const CLASSIFICATIONS = [
  {
    key: "universality",
    term: "universality",
    scheme: "universality",
    label: "universality",
    comment: "How widely the pattern holds.",
    description: "How widely it holds.",
    isList: false,
    oneOf: UNIVERSALITIES,
    names: "grouping",
  },
  {
    key: "domain",
    term: "domain",
    scheme: "domain",
    label: "domain",
    comment: "The field of practice that the pattern belongs to.",
    description: "Field of practice.",
    isList: false,
    names: "domains",
  },
  {
    key: "cross_domains",
    term: "crossDomain",
    scheme: "domain",
    label: "cross domain",
    comment: "Another field of practice in which it is of use.",
    description: "Other fields of practice.",
    isList: true,
    names: "domains",
  },
  {
    key: "commons_domains",
    term: "commonsDomain",
    scheme: "commons-domain",
    label: "commons domain",
    comment: "The kind of commons that it serves.",
    description: "Kinds of commons.",
    isList: true,
    names: "domains",
  },
  {
    key: "categories",
    term: "category",
    scheme: "category",
    label: "category",
    comment: "What kind of pattern it is: a principle, a practice, a mechanism …",
    description: "Kinds of pattern.",
    isList: true,
    names: "terms",
  },
  {
    key: "eras",
    term: "era",
    scheme: "era",
    label: "era",
    comment: "An era in which it is at home.",
    description: "Eras in which it is at home.",
    isList: true,
    names: "terms",
  },
  {
    key: "origins",
    term: "origin",
    scheme: "origin",
    label: "origin",
    comment: "The tradition or the field that it comes from.",
    description: "Where it comes from.",
    isList: true,
    names: "origins",
  },
  {
    key: "status",
    term: "status",
    scheme: "status",
    label: "status",
    comment: "How far the text is: a draft, published …",
    description: "State of the text.",
    isList: false,
    names: "states",
  },
] as const satisfies readonly Classification[];

type Known = (typeof CLASSIFICATIONS)[number];
export type ClassTerm = Known["term"];
export type ClassScheme = Known["scheme"];
/** The fields of which a pattern has one value at most, and those of which it may have several. */
export type OneValued = Extract<Known, { isList: false }>["key"];
export type ManyValued = Extract<Known, { isList: true }>["key"];

/** What a pattern says in those fields. */
export type Classes = { [Key in OneValued]: string | null } & { [Key in ManyValued]: string[] };

/** What a pattern says in those fields, as it is written. */
export function classify(pattern: Pattern): Classes {
  return {
    universality: pattern.universality ?? null,
    domain: pattern.domain ?? null,
    cross_domains: pattern.crossDomains,
    commons_domains: pattern.commonsDomains,
    categories: pattern.categories,
    eras: pattern.eras,
    origins: pattern.origins,
    status: pattern.status ?? null,
  };
}
