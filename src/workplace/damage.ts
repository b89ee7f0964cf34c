import { relative } from "node:path";
import type { Finding } from "../library/rules/rule.js";

/** One finding for all entries of the cache whose bytes were not those that were written; none if all were sound. */
export function reportDamage(paths: ReadonlySet<string>): Finding[] {
  const [first] = paths;
  if (first === undefined) return [];
  const name = relative(process.cwd(), first);
  const entries = paths.size === 1 ? `an entry of the cache` : `${paths.size} entries of the cache`;
  const which = paths.size === 1 ? name : `the first is ${name}`;
  return [
    {
      rule: "cache-is-sound",
      severity: "warning",
      found: `${entries} with other bytes than were written (${which})`,
      expected: "the bytes that were written",
      mend: "nothing is to be done now: they were made anew; where it comes again, look at the disk",
    },
  ];
}
