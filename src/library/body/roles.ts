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

const NAMES: ReadonlyMap<string, SectionRole> = new Map(
  (Object.entries(ROLE_NAMES) as [SectionRole, string][]) // the keys of the table itself
    .flatMap(([role, names]) => names.split("|").map((name): [string, SectionRole] => [toName(name), role])),
);

export type RoleOf = (title: string) => SectionRole;

/** What sections are for in a library that has names of its own for some. */
export function openRoles(names: Readonly<Partial<Record<SectionRole, readonly string[]>>>): RoleOf {
  const own = (Object.entries(names) as [SectionRole, readonly string[]][]) // the keys of the record itself
    .flatMap(([role, patterns]) =>
      patterns.map((words) => ({ role, pattern: wordPattern(words.replace(/^#+\s+/, "")) })),
    );
  return (title) => own.find(({ pattern }) => pattern.test(title))?.role ?? roleOf(title);
}

export function roleOf(title: string): SectionRole {
  const words = title.toLowerCase();
  return NAMES.get(toName(words)) ?? ROLES.find(([test]) => test.test(words))?.[1] ?? "other";
}

/** Whether a heading is, whole, what sections are called. */
export function isSectionName(title: string): boolean {
  const name = toName(title);
  return (
    name === "title" || NAMES.has(name) || ROLES.some(([test, role]) => name === role || name.match(test)?.[0] === name)
  );
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
