import { baseLanguage } from "../language-tag.js";
import type { SectionRole } from "../pattern.js";
import { wordPattern } from "../reading/word-pattern.js";
import { ROLE_NAMES } from "./role-names.js";

/** What a section is for, by the words of its heading, in the order they are tried. */
const ROLES: readonly [RegExp, SectionRole][] = [
  [/^overview|^introduction|^summary/, "overview"],
  [/principles/, "principles"],
  [/practices/, "practices"],
  [/cognitive era/, "cognitive-era"],
  [/vitality/, "vitality"],
  [/assessment|alignment score/, "assessment"],
  [/^(the )?context|application context|when to use/, "context"],
  [/^(the )?problem/, "problem"],
  [/^(the )?forces/, "forces"],
  [/^(the )?solution/, "solution"],
  [/^implementation/, "implementation"],
  [/consequences/, "consequences"],
  [/known uses|^examples/, "known-uses"],
  [/evidence|impact/, "evidence"],
  [/related patterns/, "related-patterns"],
  [/anti-?patterns|gotchas|pitfalls/, "pitfalls"],
  [/references|^resources|further reading|bibliography/, "references"],
];

type Names = ReadonlyMap<string, SectionRole>;

const ENGLISH = "en";
const NAMES: ReadonlyMap<string, Names> = new Map(
  Object.entries(ROLE_NAMES).map(([language, roles]) => [
    language,
    new Map(
      (Object.entries(roles) as [SectionRole, string][]) // the keys of the table itself
        .flatMap(([role, names]) => names.split("|").map((name): [string, SectionRole] => [toName(name), role])),
    ),
  ]),
);

export type RoleOf = (title: string) => SectionRole;

/** What sections are called in a file. */
export interface SectionNames {
  roleOf: RoleOf;
  /** Whether a heading is, whole, what sections are called. */
  isName(title: string): boolean;
}

/**
 * What sections are called in a language, and in English: the forms of the field are English, and many a file in another
 * language keeps their names.
 * @param language BCP 47
 */
export function namesIn(language: string): SectionNames {
  const tables = [baseLanguage(language), ENGLISH].flatMap((tag) => NAMES.get(tag) ?? []);
  return {
    roleOf: (title) => lookUp(title, tables),
    isName(title) {
      const name = toName(title);
      const isNamed = name === "title" || tables.some((names) => names.has(name));
      return isNamed || ROLES.some(([test, role]) => name === role || name.match(test)?.[0] === name);
    },
  };
}

// One word may be a name in two languages by chance: `Comment`.
const FEWEST = 2;

/**
 * The language of a file that states none, by what its sections are called: the one whose names most of them have, where they
 * are not those of the language that is expected.
 */
export function guessLanguage(titles: readonly string[], expected: string): string {
  const names = new Set(titles.map(toName));
  const { isName: isExpected } = namesIn(expected);
  const others = [...names].filter((name) => !isExpected(name));
  const found = [...NAMES].map(([language, known]) => {
    const here = others.filter((name) => known.has(name)).length;
    const there = [...names].filter((name) => isExpected(name) && !known.has(name)).length;
    return { language, here, fits: here >= FEWEST && here > there };
  });
  const [most] = found.filter(({ fits }) => fits).sort((a, b) => b.here - a.here);
  return most?.language ?? expected;
}

/** What sections are for in a library that has names of its own for some, beside those that are known. */
export function openRoles(
  names: Readonly<Partial<Record<SectionRole, readonly string[]>>>,
  known: SectionNames,
): RoleOf {
  const own = (Object.entries(names) as [SectionRole, readonly string[]][]) // the keys of the record itself
    .flatMap(([role, patterns]) =>
      patterns.map((words) => ({ role, pattern: wordPattern(words.replace(/^#+\s+/, "")) })),
    );
  return (title) => own.find(({ pattern }) => pattern.test(title))?.role ?? known.roleOf(title);
}

const ALL = [...NAMES.values()];

/** What a section is for by its heading, in whichever language that is. */
export function roleInAny(title: string): SectionRole {
  return lookUp(title, ALL);
}

function lookUp(title: string, tables: readonly Names[]): SectionRole {
  const words = title.toLowerCase();
  const name = toName(words);
  for (const names of tables) {
    const role = names.get(name);
    if (role !== undefined) return role;
  }
  return ROLES.find(([test]) => test.test(words))?.[1] ?? "other";
}

/** `Rationale (optional):` → `rationale` */
function toName(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/['’]/g, "’")
    .replace(/\s*\([^()]*\)\s*$/, "")
    .replace(/\s+/g, " ")
    .replace(/:\s*$/, "")
    .trim();
}
