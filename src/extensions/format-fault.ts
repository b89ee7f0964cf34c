import type { Finding } from "../library/rules/rule.js";

/** An edition of an extension that could not be made, through a fault of the extension's. */
export class FormatFault extends Error {
  readonly finding: Finding;

  /** @param name of the format */
  constructor(name: string, extension: string, error: unknown) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    super(`the format ${name} of ${extension}: ${message}`);
    if (process.env.PATTERN_PRESS_TRACE) console.error(`${name} of ${extension}: ${stack ?? message}`);
    this.finding = {
      rule: "extensions-do-not-fail",
      severity: "error",
      found: `the format ${name} of ${extension} fails (${message.split("\n")[0] ?? ""})`,
      expected: "an edition; the fault is the extension's, not the patterns'",
      mend: "fix the extension (PATTERN_PRESS_TRACE=1 shows where it fails), or leave the format out; with --keep-going the other editions are made",
    };
  }
}
