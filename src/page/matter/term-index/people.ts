import { isOrganisation } from "../../../library/organisation-names.js";

/** A person as a source or a list of subjects names one. */
export interface Person {
  surname: string;
  /** Names or initials before it; empty where only the surname is said. */
  given: string;
}

/** `Meadows, Donella`, as an index lists a person. */
export function listedName({ surname, given }: Person): string {
  return given === "" ? surname : `${surname}, ${given}`;
}

// Particles that stand with the surname: van der Kolk, Bessel.
const NAME = /^(?<given>\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*) (?<surname>(?:\p{Ll}+ )*\p{Lu}[\p{L}'’-]+)$/u;
const ONE_WORD = /^(?:\p{Ll}+ )*\p{Lu}[\p{L}'’-]*$/u;
const ACRONYM = /^[\p{Lu}\p{N}]{2,}$/u;

/** Reads a name that is written as it is said: `Carl Jung`, `D. H. Meadows`, `Wenger`. Undefined for one of no person. */
export function readName(name: string): Person | undefined {
  if (isOrganisation(name)) return undefined;
  const { given, surname } = NAME.exec(name)?.groups ?? {};
  if (given && surname) return { surname, given };
  return ONE_WORD.test(name) && !ACRONYM.test(name) ? { surname: name, given: "" } : undefined;
}

/** People under the headings that an index gives them, each once. */
export interface Register {
  headingOf(person: Person): string;
  /** Whether somebody of this name, in full, is among them. */
  knows(person: Person): boolean;
}

/**
 * Finds who is one: `Meadows`, `Meadows, D.` and `Meadows, D. H.` are `Meadows, Donella H.` where nobody else in the index
 * may be meant by them.
 */
export function openRegister(people: readonly Person[]): Register {
  const byName = new Map<string, Person[]>();
  const fullFirst = people.toSorted((a, b) => fullness(b) - fullness(a) || (listedName(a) < listedName(b) ? -1 : 1));
  for (const person of fullFirst) {
    const key = keyOf(person.surname);
    const known = byName.get(key) ?? [];
    byName.set(key, known);
    if (!known.some((other) => mayBe(person, other))) known.push(person);
  }
  const meant = (person: Person): Person[] =>
    (byName.get(keyOf(person.surname)) ?? []).filter((other) => mayBe(person, other));
  return {
    headingOf(person) {
      const [only, ...others] = meant(person);
      return listedName(only && others.length === 0 ? only : person);
    },
    knows: (person) => person.given !== "" && meant(person).length === 1,
  };
}

/** Whether two of one surname may be one: what both say of their given names agrees, `D.` with `Donella`. */
function mayBe(one: Person, other: Person): boolean {
  const [names, others] = [partsOf(one), partsOf(other)];
  return names.every((name, at) => {
    const same = others[at];
    return same === undefined || (name.length === 1 || same.length === 1 ? name[0] === same[0] : name === same);
  });
}

function partsOf({ given }: Person): string[] {
  return given.split(/[\s.-]+/).flatMap((part) => (part === "" ? [] : [keyOf(part)]));
}

/** Names in full first, then the most of them. */
function fullness(person: Person): number {
  const parts = partsOf(person);
  return parts.filter((part) => part.length > 1).length * 10 + parts.length;
}

function keyOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, "");
}
