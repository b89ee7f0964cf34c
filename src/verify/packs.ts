import { join } from "node:path";
import type { Loss, Tally } from "./account.js";
import { readHandout, readSections, type Section } from "./editions/word.js";
import { findMissing } from "./sequence.js";
import { keyOf } from "./words.js";

/** A pack beside the cards and handouts of its patterns: plain data. */
export interface PackJob {
  out: string;
  /** In the output. */
  path: string;
  members: readonly { file: string; title: string; handout: string | null; card: string | null }[];
}

export interface PackResult {
  tally: Tally;
  losses: Loss[];
}

type Member = PackJob["members"][number];

// A card in a pack has no line of its own for where it is from, and shorter names of its parts.
const FEWEST = 5;

/** What a pack has of one of its patterns it has of each, a card or the whole text, in the words of its own file. */
export async function verifyPack({ out, path, members }: PackJob): Promise<PackResult> {
  const sections = await readSections(join(out, path)).catch((): Section[] => []);
  const result: PackResult = { tally: { found: 0, expected: 0 }, losses: [] };
  const kinds = (["card", "handout"] as const).filter((kind) => sections.some((section) => section.kind === kind));
  for (const kind of kinds.length > 0 ? kinds : (["card"] as const)) {
    for (const member of members) {
      const found = await lossOf(kind, member, sections, out);
      result.tally.expected++;
      if (found === undefined) result.tally.found++;
      else
        result.losses.push({
          edition: "docx",
          kind: "packs",
          file: member.file,
          line: 1,
          found: `in ${path}: ${found}`,
        });
    }
  }
  return result;
}

async function lossOf(
  kind: Section["kind"],
  member: Member,
  sections: readonly Section[],
  out: string,
): Promise<string | undefined> {
  const { title } = member;
  const own = sections.find((section) => section.kind === kind && section.title === keyOf(title));
  if (!own) return `the ${kind} of “${title}”`;
  const file = member[kind];
  if (file === null) return undefined;
  const words = await wordsIn(join(out, file), kind);
  const { missing } = findMissing(words, own.words);
  const run = longestRun(missing);
  return run.length < FEWEST ? undefined : `the ${kind} of “${title}”: [${run.map((at) => words[at]).join(" ")}]`;
}

/** A sheet holds the same card more than once. */
async function wordsIn(path: string, kind: Section["kind"]): Promise<string[]> {
  if (kind === "handout") return (await readHandout(path)).words;
  return (await readSections(path)).at(-1)?.words ?? [];
}

/** The longest row of indices that follow one another. */
function longestRun(indices: readonly number[]): number[] {
  let longest: number[] = [];
  let run: number[] = [];
  for (const at of indices) {
    run = run.at(-1) === at - 1 ? [...run, at] : [at];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
