import picomatch from "picomatch";
import { z } from "zod";
import { nearestName } from "../nearest-name.js";
import { RULES } from "./index.js";
import type { Finding, Rule } from "./rule.js";

const level = z.enum(["off", "info", "warning", "error"], { error: "expected off, info, warning or error" });
const leveled = z.union([level, z.record(z.string(), level)], {
  error: 'expected off, info, warning or error, or these by globs: { "drafts/**": off }',
});

/** The severity of a rule's findings, for all files or by globs; the first glob that fits counts. */
export type RuleLevels = Readonly<Record<string, z.infer<typeof leveled>>>;

const IDS = RULES.map(({ id }) => id);
// Editors do not know which extensions there are.
const OTHER_ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)+$";

/**
 * What book.yaml says of rules, by their ids. Rules that keep a file out of the editions stay errors: no setting can
 * make a pattern of such a file.
 * @param more the rules of extensions
 */
export function ruleLevels(more: readonly Rule[]) {
  const rules = [...RULES, ...more];
  return z
    .record(z.string(), leveled)
    .superRefine((levels, context) => {
      for (const [id, said] of Object.entries(levels)) {
        const refusal = refuse(id, said, rules);
        if (refusal !== undefined) context.addIssue({ code: "custom", path: [id], message: refusal });
      }
    })
    .meta({ propertyNames: { anyOf: [{ enum: IDS }, { pattern: OTHER_ID }] } });
}

function refuse(id: string, said: RuleLevels[string], rules: readonly Rule[]): string | undefined {
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    const nearest = nearestName(
      id,
      rules.map((one) => one.id),
    );
    return `there is no such rule; expected ${nearest === undefined ? "one of those that the README lists" : `“${nearest}”, if that is meant`}`;
  }
  const levels = typeof said === "string" ? [said] : Object.values(said);
  // A file that an extension reports as an error was read all the same; only our own rules report files that cannot
  // become patterns.
  if (rule.severity !== "error" || rule.extension !== undefined || levels.every((one) => one === "error"))
    return undefined;
  return "a file that breaks this rule cannot become a pattern, so it stays an error; fix the file, or leave it out with read";
}

/** The findings with the severity that the configuration gives them, and those that it silences. */
export interface Weighed {
  findings: Finding[];
  silenced: Finding[];
}

export function weigh(found: readonly Finding[], levels: RuleLevels): Weighed {
  const tests = new Map(Object.entries(levels).map(([id, said]) => [id, openLevel(said)]));
  const weighed: Weighed = { findings: [], silenced: [] };
  for (const finding of found) {
    const severity = tests.get(finding.rule)?.(finding.file ?? "") ?? finding.severity;
    if (severity === "off") weighed.silenced.push(finding);
    else weighed.findings.push(severity === finding.severity ? finding : { ...finding, severity });
  }
  return weighed;
}

type Level = z.infer<typeof level>;

function openLevel(said: RuleLevels[string]): (file: string) => Level | undefined {
  if (typeof said === "string") return () => said;
  const tests = Object.entries(said).map(([glob, own]) => ({ glob, fits: picomatch(glob, { dot: true }), own }));
  // What is found of the library as a whole has no file: only the glob for all of them speaks of it.
  return (file) => tests.find(({ glob, fits }) => (file === "" ? glob === "**" : fits(file)))?.own;
}
