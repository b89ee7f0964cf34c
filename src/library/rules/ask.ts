import { isOutOfStack } from "../../machine/system-error.js";
import { atOnce } from "../../threads/turn.js";
import { select } from "../assemble.js";
import type { Library } from "../library.js";
import type { NumberedPattern, Observation, Pattern } from "../pattern.js";
import { traceFault } from "../trace-fault.js";
import type { Breach, Finding, Rule } from "./rule.js";

/**
 * What a rule finds in a library. If the rule fails on a pattern, that is reported for the pattern, and the others are
 * still checked. If no pattern is the cause, it is reported for the rule.
 */
export function askRule(rule: Rule, library: Library): Finding[] {
  return atOnce(askInSteps(rule, library));
}

/** The same, step by step: in a large library it finds much. */
export function* askInSteps(rule: Rule, library: Library): Generator<void, Finding[]> {
  const faults: Finding[] = [];
  let { patterns } = library;
  for (;;) {
    try {
      return [
        ...[...(rule.check?.({ ...library, patterns }) ?? [])].map((breach) => toFinding(rule, breach)),
        ...faults,
      ];
    } catch (error) {
      const guilty = new Set(trace(rule, { ...library, patterns }));
      for (const { source } of guilty) faults.push(tellFault(rule, error, source.path));
      if (guilty.size === 0) return [...faults, tellFault(rule, error)];
      patterns = patterns.filter((pattern) => !guilty.has(pattern));
    }
  }
}

/** What a rule says of something that reading observed; none where it has no words for it. */
export function describeObservation(rule: Rule, observation: Observation, pattern: Pattern): Finding[] {
  const file = pattern.source.path;
  const place = observation.place ? { place: observation.place } : {};
  try {
    const words = rule.describe?.(observation, pattern);
    return words ? [toFinding(rule, { file, ...place, ...words })] : [];
  } catch (error) {
    return [tellFault(rule, error, file)];
  }
}

function toFinding({ id, severity }: Rule, breach: Breach): Finding {
  return { rule: id, severity, ...breach };
}

function trace({ check }: Rule, library: Library): NumberedPattern[] {
  const steps = traceFault(library.patterns);
  let step = steps.next();
  while (!step.done) {
    const some = new Set(step.value);
    step = steps.next(fails(() => [...(check?.(select(library, (pattern) => some.has(pattern))) ?? [])]));
  }
  return step.value;
}

function fails(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

function tellFault({ id, extension }: Rule, error: unknown, file?: string): Finding {
  const fault = error instanceof Error ? error : new Error(String(error));
  if (process.env.PATTERN_PRESS_TRACE) console.error(`${file ?? id}: ${fault.stack ?? fault.message}`);
  const [reason = ""] = fault.message.split("\n");
  const what = { ...(file === undefined ? {} : { file }), found: file === undefined ? "a library" : "a file" };
  if (extension !== undefined) {
    return {
      rule: "extensions-do-not-fail",
      severity: "error",
      ...what,
      found: `${what.found} that the rule ${id} of ${extension} fails with (${reason})`,
      expected: "an answer; the fault is the extension's, not the patterns'",
      mend: "fix the extension (PATTERN_PRESS_TRACE=1 shows where it fails), or take it out of extend; with --keep-going the editions are made all the same",
    };
  }
  const about: Pick<Finding, "rule" | "severity" | "file"> = {
    rule: "rules-can-be-asked",
    severity: "warning",
    ...(file === undefined ? {} : { file }),
  };
  const unasked = `${what.found} that could not be asked whether ${id} holds`;
  if (isOutOfStack(fault)) {
    return {
      ...about,
      found: `${unasked}: things are nested too deep in it`,
      expected: "things nested a few levels deep",
      mend: "flatten them; editions are made all the same",
    };
  }
  return {
    ...about,
    found: `${unasked} (${reason})`,
    expected: "an answer; the fault is the program's, please report it",
    mend: "send what it is about with your report and what PATTERN_PRESS_TRACE=1 adds; editions are made all the same",
  };
}
