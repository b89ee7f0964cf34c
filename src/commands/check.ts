import type { Config } from "../config/read-config.js";
import type { Library } from "../library/library.js";
import { checkInTurns } from "../library/rules/index.js";
import type { Finding } from "../library/rules/rule.js";
import { coloursFor } from "../report/colour.js";
import { formatAnnotations } from "../report/github.js";
import { countLeftOut } from "../report/left-out.js";
import { printableJson } from "../report/printable.js";
import { showProgress } from "../report/progress.js";
import { formatFindings } from "../report/text.js";
import { reportDamage } from "../workplace/damage.js";
import { readLibrary, type WorkplaceOptions, withWorkplace } from "../workplace/workplace.js";
import { inspectOrder } from "./order.js";
import { refuseEmptyPacks } from "./pack.js";
import { inspectReading } from "./reading.js";
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
  const { library, damage, checked } = await readAndCheck(config, { ...settings, signal });
  const hasErrors = checked.some(({ severity }) => severity === "error");
  // What the order names may stand in a file with an error.
  const misfits = configFile && !hasErrors ? await inspectOrder(library, config, configFile) : [];
  const unread = configFile ? await inspectReading(library, config, configFile) : [];
  const findings = damage.concat(misfits, unread, checked);
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

async function readAndCheck(
  config: Config,
  settings: Omit<WorkplaceOptions, "progress" | "needsBodies">,
): Promise<{ library: Library; damage: Finding[]; checked: Finding[] }> {
  const { stderr } = process;
  const { signal } = settings;
  const { stage, end, ...shown } = showProgress({ quiet: !stderr.isTTY, stages: STAGES, stream: stderr, signal });
  // In a log only large libraries have lines: one for every thousand files.
  const progress = stderr.isTTY ? shown.progress : (message: string): void => void stderr.write(`  ${message}\n`);
  try {
    const found = await withWorkplace({ ...settings, needsBodies: false, progress }, async (place) => {
      stage("read");
      const library = await readLibrary(config, place);
      stage("check");
      return { library, damage: reportDamage(place.damaged), checked: await checkInTurns(library) };
    });
    await end("done");
    return found;
  } catch (error) {
    await end("failed");
    throw error;
  }
}

const STAGES = ["read", "check"];
