import { check } from "../library/rules/index.js";
import type { Finding } from "../library/rules/rule.js";
import { coloursFor } from "../report/colour.js";
import { formatAnnotations } from "../report/github.js";
import { countLeftOut } from "../report/left-out.js";
import { printableJson } from "../report/printable.js";
import { formatFindings } from "../report/text.js";
import { reportDamage } from "../workplace/damage.js";
import { readLibrary, withWorkplace } from "../workplace/workplace.js";
import { inspectOrder } from "./order.js";
import { refuseEmptyPacks } from "./pack.js";
import { displayPath, type LibraryOptions, settle } from "./settings.js";
import { UsageError } from "./usage.js";

export interface CheckCommandOptions extends LibraryOptions {
  reporter: string;
  all?: boolean;
}

interface Report {
  folder: string;
  all: boolean;
  leftOut: string;
}

/** The ways to tell what was found. */
const REPORTERS: Readonly<Record<string, (findings: readonly Finding[], report: Report) => string>> = {
  text: (findings, report) =>
    formatFindings(findings, { ...report, colours: coloursFor(process.stdout), width: process.stdout.columns }),
  json: printableJson,
  github: (findings, { folder }) => formatAnnotations(findings, folder),
};

/** `pattern-press check`: tells what does not hold in a library. Returns the exit status. */
export async function runCheck(
  source: string | undefined,
  options: CheckCommandOptions,
  signal: AbortSignal,
): Promise<number> {
  const format = Object.hasOwn(REPORTERS, options.reporter) ? REPORTERS[options.reporter] : undefined;
  if (!format) {
    throw new UsageError(`--reporter ${options.reporter}: expected one of ${Object.keys(REPORTERS).join(", ")}`);
  }
  const { config, configFile, ...settings } = await settle(source, options);
  const workplace = { ...settings, signal, progress: () => {} };
  const { library, damage } = await withWorkplace(workplace, async (place) => ({
    library: await readLibrary(config, place),
    damage: reportDamage(place.damaged),
  }));
  const checked = check(library);
  const hasErrors = checked.some(({ severity }) => severity === "error");
  // What the order names may stand in a file with an error.
  const misfits = configFile && !hasErrors ? await inspectOrder(library, config, configFile) : [];
  const findings = [...damage, ...misfits, ...checked];
  const text = format(findings, {
    folder: displayPath(config.source),
    all: options.all ?? false,
    leftOut: countLeftOut(library.leftOut),
  });
  if (text !== "") console.log(text);
  if (hasErrors) return 1;
  // Only now: what a pack lacks may stand in a file with an error.
  if (configFile) await refuseEmptyPacks(library, config, configFile);
  return 0;
}
