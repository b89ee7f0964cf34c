import { type FieldKind, type FurtherField, furtherValues } from "../library/further-fields.js";
import type { NumberedPattern } from "../library/pattern.js";
import type { Iris } from "./iri.js";
import type { Value } from "./node.js";
import { OWN_PREFIX, type OwnKey } from "./own-key.js";
import type { Form } from "./vocabulary.js";

/** A field of the library's own as a property. */
export interface OwnField extends FurtherField {
  /** What it is called in documents: `field:maturity`. */
  key: OwnKey;
  /** The same without the prefix: a name that Turtle, JSON-LD and tables take as it is. */
  local: string;
  iri: string;
  form: Form;
}

const FORMS: Readonly<Record<FieldKind, Form>> = {
  string: "string",
  integer: "integer",
  number: "double",
  boolean: "boolean",
  json: "json",
};

/**
 * The library's own fields as properties of a namespace of its own. If two names become the same, they are numbered.
 */
export function nameFields(
  fields: readonly FurtherField[],
  { fieldNamespace }: Pick<Iris, "fieldNamespace">,
): OwnField[] {
  const taken = new Set<string>();
  // Those that are names already keep them.
  const plainFirst = fields.toSorted((a, b) => Number(toLocal(a.name) !== a.name) - Number(toLocal(b.name) !== b.name));
  const locals = new Map(
    plainFirst.map(({ name }) => {
      const base = toLocal(name);
      let local = base;
      for (let number = 2; taken.has(local.toLowerCase()); number++) local = `${base}_${number}`;
      // Databases do not tell columns apart by capitals.
      taken.add(local.toLowerCase());
      return [name, local];
    }),
  );
  return fields.map((field) => {
    const local = locals.get(field.name) ?? toLocal(field.name);
    return {
      ...field,
      local,
      key: `${OWN_PREFIX}:${local}`,
      iri: `${fieldNamespace}${local}`,
      form: FORMS[field.kind],
    };
  });
}

/** Letters, digits, hyphens and underscores, a letter or an underscore first (Turtle, PN_LOCAL; less than that takes). */
function toLocal(name: string): string {
  const words = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  if (words === "") return "_";
  return /^[\p{L}_]/u.test(words) ? words : `_${words}`;
}

/** What a pattern says in the library's own fields. */
export function describeOwnFields(
  pattern: NumberedPattern,
  fields: readonly OwnField[],
): Partial<Record<OwnKey, Value>> {
  return Object.fromEntries(
    fields.flatMap((field): [OwnKey, Value][] => {
      const values = furtherValues(pattern, field);
      const [first] = values;
      if (first === undefined) return [];
      // JSON, or literals: both are what a key may hold.
      return [[field.key, (values.length === 1 ? first : values) as Value]];
    }),
  );
}
