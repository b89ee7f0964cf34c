import { type Person, readName } from "./people.js";

const YEAR = /\((?:c\. ?)?\d{4}[a-z]?(?:[–/-]\d{2,4})?\)/;
const INITIALS = /^(?:\p{Lu}\.[ -]?)+$/u;
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
// Between two of them, in the languages that the book has words for.
const AND = / (?:and|und|y|et|e|en|i|و) | ?& ?|[;|/]/;
const GIVEN = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)*$/u;
const ONE_WORD = /^(?:\p{Ll}+ )*\p{Lu}[\p{L}'’-]*$/u;

/**
 * Who wrote a source that is given as `Lave and Wenger (1991), Situated Learning`, in the manner of the APA or of the
 * Chicago Manual; none where it is given in another manner. A body is a text.
 */
export function authorsOf(source: string): (Person | string)[] {
  const year = YEAR.exec(source);
  if (!year) return [];
  const parts = source
    .slice(0, year.index)
    .replace(/\(eds?\.?\)|\bet al\b\.?/gi, "")
    .split(AND);
  const names = parts.map((part) =>
    part
      .split(",")
      .map((name) => name.trim())
      .filter(isName),
  );
  const [[first = "", second = "", ...others] = [], ...more] = names;
  const rest = [...others, ...more.flat()];
  // Of several only the first is inverted, and a comma stands before the “and”: `Meadows, Donella, and Diana Wright`.
  const isClosed = parts.length === 1 || /,\s*$/.test(parts[0] ?? "");
  if (isClosed && ONE_WORD.test(first) && GIVEN.test(second) && rest.every((name) => name.includes(" "))) {
    return [{ surname: first, given: second }, ...rest.flatMap(tellWhole)];
  }
  return inTurn(names.flat());
}

function isName(name: string): boolean {
  return /\p{L}/u.test(name) && !SUFFIX.test(name);
}

/** `Meadows`, `D. H.`, `Wright`, `D.`: initials belong to the name before them. */
function inTurn(names: readonly string[]): (Person | string)[] {
  // Where one is named by surname alone, all are: `Cox, Arnold and Villamayor Tomás`.
  const bySurname =
    names.length > 1 && names.some((name, at) => ONE_WORD.test(name) && !INITIALS.test(names[at + 1] ?? ""));
  const tell = bySurname ? tellSurname : tellWhole;
  return names.flatMap((name, at) => {
    if (INITIALS.test(name)) return [];
    const next = names[at + 1] ?? "";
    return INITIALS.test(next) && ONE_WORD.test(name) ? [{ surname: name, given: next }] : tell(name);
  });
}

function tellWhole(name: string): (Person | string)[] {
  return INITIALS.test(name) ? [] : [readName(name) ?? name];
}

function tellSurname(name: string): (Person | string)[] {
  return readName(name) === undefined ? tellWhole(name) : [{ surname: name, given: "" }];
}
