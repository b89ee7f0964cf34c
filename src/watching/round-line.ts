import type { Round, RoundFinding } from "./run-again.js";
import type { Change } from "./watch-files.js";

export interface RoundReport {
  changes: readonly Change[];
  round: Round;
  /** Files of the output that are new or have other bytes, those that are gone, and how many there are now. */
  renewed: number;
  gone: number;
  files: number;
  seconds: number;
  /** Whether what has errors is left out, and the rest built. */
  keepsGoing: boolean;
}

/**
 * What came of a round, in one line: `oven.md changed: 4 of 40 files renewed, 2 warnings, 1.3 s`.
 * @param show a path as its reader would write it
 */
export function formatRound(report: RoundReport, show: (path: string) => string): string {
  const { changes, round, renewed, gone, files, seconds, keepsGoing } = report;
  const isBuilt = round.status === 0 || (round.status === 1 && keepsGoing && round.result !== undefined);
  const what = isBuilt
    ? `${renewed} of ${files} files renewed${gone > 0 ? `, ${gone} gone` : ""}`
    : "the output is as it was";
  const told = [what, describeFindings(round), `${seconds.toFixed(1)} s`].filter(Boolean);
  return `${describeChanges(changes, show)}: ${told.join(", ")}`;
}

// Names that a line has room for.
const SHOWN = 3;

function describeChanges(changes: readonly Change[], show: (path: string) => string): string {
  const names = changes
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ path, how }) => `${show(path)} ${how}`);
  const more = changes.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
}

function describeFindings({ result, message }: Round): string {
  if (!result) return message.split("\n")[0] ?? "";
  const counts = (["error", "warning"] as const).flatMap((severity) => {
    const count = result.findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  const first = result.findings.find(({ severity }) => severity === "error");
  return `${counts.join(", ") || "no findings"}${first ? ` (${describeFirst(first)})` : ""}`;
}

function describeFirst({ file, place, found }: RoundFinding): string {
  const at = file === undefined ? "" : `${file}${place ? `:${place.line}` : ""}: `;
  return `${at}${found}`;
}
