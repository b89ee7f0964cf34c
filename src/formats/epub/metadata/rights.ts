import type { Book, Person } from "../../../book/settings.js";
import type { Library } from "../../../library/library.js";
import { explainLicences, type LicenceView } from "../../../page/matter/licence.js";
import { attributionsOf } from "../../../page/matter/rights.js";
import { listedName, readName } from "../../../page/matter/term-index/people.js";
import type { Context } from "../about.js";

/** A person or an organisation, as the package document lists them. */
export interface Agent {
  name: string;
  /** Codes of MARC's list of relators. */
  roles: string[];
  /** Null where nobody has said how a catalogue files the name. */
  fileAs: string | null;
}

/** Whose work the book is, and on what terms it may be used. */
export interface Rights {
  licences: LicenceView[];
  attributions: string[];
  creators: Agent[];
  contributors: Agent[];
}

/** What the configuration says, else what the patterns say. */
export function collectRights(
  { config: { book }, locale }: Pick<Context, "config" | "locale">,
  library: Library,
): Rights {
  const creators = book.creators.map((name) => toAgent(name, ["aut"], book.known.people));
  const named = book.contributors.map((name) => toAgent(name, ["ctb"], book.known.people));
  const listed = new Set([...creators, ...named].map(({ name }) => name));
  return {
    licences: explainLicences(library, book.license, locale),
    attributions: attributionsOf(library, book.attribution),
    creators,
    contributors: [...named, ...collectContributors(library.patterns).filter(({ name }) => !listed.has(name))],
  };
}

function toAgent(name: string, roles: string[], people: Book["known"]["people"]): Agent {
  const { role, fileAs }: Partial<Person> = people.find((person) => person.name === name) ?? {};
  return { name, roles: role ? [role] : roles, fileAs: fileAs ?? null };
}

/** Relators for the roles that patterns name most; every other helped in some way. */
const RELATORS: readonly [RegExp, string][] = [
  [/author|writer/i, "aut"],
  [/edit/i, "edt"],
  [/translat/i, "trl"],
  [/illustrat/i, "ill"],
  [/review/i, "rev"],
];

function collectContributors(patterns: Library["patterns"]): Agent[] {
  const roles = new Map<string, Set<string>>();
  for (const { name, role = "" } of patterns.flatMap(({ contributors }) => contributors)) {
    roles.set(name, (roles.get(name) ?? new Set()).add(relatorOf(role)));
  }
  return [...roles]
    .map(([name, own]) => ({ name, roles: withoutVaguer(own), fileAs: fileByName(name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A person is filed by surname, unless the configuration says otherwise; a name that is not clearly one stays as it is. */
function fileByName(name: string): string | null {
  const person = /\b\p{Lu}{2,}$/u.test(name) ? undefined : readName(name);
  return person && person.given !== "" ? listedName(person) : null;
}

function relatorOf(role: string): string {
  return RELATORS.find(([pattern]) => pattern.test(role))?.[1] ?? "ctb";
}

/** Who is known to have done something is not called a contributor besides. */
function withoutVaguer(roles: ReadonlySet<string>): string[] {
  const known = [...roles].filter((role) => role !== "ctb").sort();
  return known.length > 0 ? known : ["ctb"];
}
