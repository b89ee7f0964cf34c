import type { Changes } from "../changes/change.js";
import { compare } from "../changes/compare.js";
import { loadEdition, openEdition } from "../changes/read-edition.js";
import { toMarkdown } from "../changes/write-changes.js";
import { formatChanges } from "../report/changes.js";
import { coloursFor } from "../report/colour.js";
import { printableJson } from "../report/printable.js";
import { UsageError } from "./usage-error.js";

export interface DiffOptions {
  reporter: string;
  json?: boolean;
}

/** The ways to tell what changed. */
const REPORTERS: Readonly<Record<string, (changes: Changes) => string>> = {
  text: (changes) => formatChanges(changes, coloursFor(process.stdout)),
  json: (changes) => printableJson(changes),
  markdown: (changes) => toMarkdown(changes).trimEnd(),
};

/** `pattern-press diff`: tells what changed from one edition to another. Returns the exit status, which is 0. */
export async function runDiff(before: string, after: string, { json, reporter }: DiffOptions): Promise<number> {
  const name = json ? "json" : reporter;
  const format = Object.hasOwn(REPORTERS, name) ? REPORTERS[name] : undefined;
  if (!format) throw new UsageError(`--reporter ${name}: expected one of ${Object.keys(REPORTERS).join(", ")}`);
  const [old, fresh] = [await openEdition(before), await openEdition(after)];
  const hashes = (edition: typeof old): Set<string | undefined> =>
    new Set(edition.patterns.map(({ sha256 }) => sha256));
  const changes = compare(await loadEdition(old, hashes(fresh)), await loadEdition(fresh, hashes(old)));
  console.log(format(changes));
  return 0;
}
