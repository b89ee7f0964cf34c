import { toWord } from "./any-markdown.js";
import fc from "./fast-check.js";

/** Front matter, and the words that were put in it, each of which stands nowhere else. */
export interface AnyFields {
  fields: Record<string, unknown>;
  words: string[];
}

type Value = "word" | number | boolean | null | Value[] | { [key: string]: Value };

const aWord = fc.constant<Value>("word");
/** Of the shape that a field has, or of none. */
const aValue: fc.Arbitrary<Value> = fc.oneof(
  aWord,
  fc.array(fc.oneof(aWord, fc.constant<Value>(null), fc.integer({ min: 0, max: 9 })), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("name", "slug", "description", "own"), aWord, { maxKeys: 3 }),
  fc.array(
    fc.oneof(
      aWord,
      fc.dictionary(fc.constantFrom("name", "role", "slug", "id", "weight", "own"), aWord, { minKeys: 1, maxKeys: 3 }),
    ),
    { maxLength: 3 },
  ),
);

const NAMES =
  "title summary aliases id slug sources category categories license attribution domain status version created modified " +
  "universality commons_alignment commons_domain cross_domains era origin related requires enables generalizes_from " +
  "repository page_url language own own_list";

const someFields = fc.dictionary(fc.constantFrom(...NAMES.split(" ")), aValue, { minKeys: 1, maxKeys: 5 });

/** Fields of every dialect and of none, with values that suit them and others, at the top or in the group of a dialect. */
export const anyFields: fc.Arbitrary<AnyFields> = fc
  .tuple(someFields, someFields, fc.constantFrom("tags", "classification", "ontology", undefined))
  .map(([top, inner, group]) => {
    const words: string[] = [];
    const fields = group === undefined ? top : { ...top, [group]: inner };
    const filled = JSON.parse(JSON.stringify(fields), (_, value: unknown) => {
      if (value !== "word") return value;
      words.push(toWord(words.length));
      return words.at(-1);
    });
    return { fields: filled, words };
  });
