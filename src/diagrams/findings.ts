import { reasonOf } from "../browser/launch.js";
import type { Library } from "../library/library.js";
import type { Finding } from "../library/rules/rule.js";
import { LateError } from "../threads/late-error.js";
import { SpentError } from "../threads/purse.js";

/** Says it in every pattern that has the diagram. */
export function reportOn(library: Library, hash: string, finding: Finding, report: (finding: Finding) => void): void {
  for (const { source, body } of library.patterns) {
    const diagram = body.diagrams.find((candidate) => candidate.hash === hash);
    if (diagram) report({ ...finding, file: source.path, place: diagram.place });
  }
}

/** @param failure what Mermaid says of it */
export function describeUnparsed(failure: string): Finding {
  return {
    rule: "diagrams-parse",
    severity: "warning",
    found: `a Mermaid diagram that cannot be drawn (${failure.split("\n")[0] ?? ""})`,
    expected: "Mermaid source that parses",
    mend: "try it in a Mermaid editor; until it parses its source is shown as code",
  };
}

/** @param error why it was given up: time, or what broke its page */
export function describeGivenUp(error: Error): Finding {
  const late = error instanceof LateError;
  if (process.env.PATTERN_PRESS_TRACE) console.error(error.stack ?? error.message);
  return {
    rule: "diagrams-are-drawn",
    severity: "warning",
    found: late
      ? `${error instanceof SpentError ? "one of several Mermaid diagrams of a file that take" : "a Mermaid diagram that takes"} longer than ${error.seconds} seconds to draw`
      : `a Mermaid diagram that could not be drawn (${reasonOf(error)})`,
    expected: late ? "a diagram of some dozens of boxes" : "one that this program can draw; the fault is the program's",
    mend: late
      ? "divide it, or raise limits.seconds; until then its source is shown as code"
      : "please report it, with the diagram; until then its source is shown as code",
  };
}
