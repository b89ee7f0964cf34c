import type { SectionRole } from "../pattern.js";

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

export function roleOf(title: string): SectionRole {
  const words = title.toLowerCase();
  return ROLES.find(([test]) => test.test(words))?.[1] ?? "other";
}
