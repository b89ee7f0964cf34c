import type { Finding } from "../library/rules/rule.js";

/** What the configuration silences, counted by rule: `Silenced by rules: 3 (slug-is-present 2, …).`; empty for none. */
export function countSilenced(silenced: readonly Finding[]): string {
  if (silenced.length === 0) return "";
  const counts = new Map<string, number>();
  for (const { rule } of silenced) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const list = [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  return `Silenced by rules: ${silenced.length} (${list.map(([rule, count]) => `${rule} ${count}`).join(", ")}).`;
}
