import type { Config } from "../../../config.js";
import type { Library } from "../../../library/pattern.js";

export interface Licence {
  name: string;
  url: string | null;
}

export interface Contribution {
  name: string;
  /** What they did, in the patterns' words. */
  roles: string[];
  /** A code of MARC's list of relators. */
  relator: string;
}

/** Whose work the book is, and on what terms it may be used. */
export interface Rights {
  licences: Licence[];
  attributions: string[];
  creators: string[];
  contributors: Contribution[];
}

/** What the configuration says, else what the patterns say. */
export function collectRights({ book }: Config, { patterns }: Library): Rights {
  const { license, attribution, creators } = book;
  const stated = distinct(patterns.map((pattern) => pattern.license));
  return {
    licences: license ? [license] : stated.map((name) => ({ name, url: licenceUrl(name) })),
    attributions: attribution ? [attribution] : distinct(patterns.map((pattern) => pattern.attribution)),
    creators,
    contributors: collectContributors(patterns).filter(({ name }) => !creators.includes(name)),
  };
}

/** `CC-BY-SA-4.0`, as SPDX names it, → the page of Creative Commons. */
function licenceUrl(name: string): string | null {
  const [, terms, version] = /^CC[- ](BY(?:-NC)?(?:-SA|-ND)?)[- ](\d\.\d)$/i.exec(name) ?? [];
  if (terms && version) return `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
  return /^CC0/i.test(name) ? "https://creativecommons.org/publicdomain/zero/1.0/" : null;
}

/** Relators for the roles that patterns name most; every other helped in some way. */
const RELATORS: readonly [RegExp, string][] = [
  [/author|writer/i, "aut"],
  [/edit/i, "edt"],
  [/translat/i, "trl"],
  [/illustrat/i, "ill"],
  [/review/i, "rev"],
];

function collectContributors(patterns: Library["patterns"]): Contribution[] {
  const roles = new Map<string, Set<string>>();
  for (const { name, role } of patterns.flatMap(({ contributors }) => contributors)) {
    const own = roles.get(name) ?? new Set();
    if (role) own.add(role);
    roles.set(name, own);
  }
  return [...roles]
    .map(([name, own]) => ({ name, roles: [...own].sort(), relator: relatorOf([...own].sort()) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function relatorOf(roles: readonly string[]): string {
  return RELATORS.find(([pattern]) => roles.some((role) => pattern.test(role)))?.[1] ?? "ctb";
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.flatMap((value) => value || []))].sort();
}
