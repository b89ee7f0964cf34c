import type { JsonObject } from "../library/pattern.js";
import type { OwnKey } from "./own-key.js";
import type { ClassName, TermName } from "./vocabulary.js";

type Scalar = string | number | boolean;
/** A literal where an IRI is the rule: `{ "@value": "Ostrom (1990)" }`. */
interface Literal {
  "@value": string;
}
type LanguageMap = Record<string, string | readonly string[]>;
type One = Scalar | Literal | Node;

/** What a key of a node may hold. */
export type Value = One | readonly One[] | LanguageMap | JsonObject;

/** A node of the graph. Its keys are those of the vocabulary; what is undefined is not written. */
export type Node = { "@id": string; "@type"?: ClassName | readonly ClassName[] } & {
  [Key in TermName]?: Value | undefined;
} & { [Key in OwnKey]?: Value | JsonObject | undefined };

/** Whether a value is a node itself, not the address of one. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "@id" in value;
}

/** The items, or nothing at all when there are none. */
export function filled<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}
