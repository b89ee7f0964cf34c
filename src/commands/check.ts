import type { Config } from "../config/read-config.js";
import type { Library } from "../library/library.js";
import { checkInTurns } from "../library/rules/index.js";
import { weigh } from "../library/rules/levels.js";
import type { Finding } from "../library/rules/rule.js";
import { coloursFor } from "../report/colour.js";
import { formatAnnotations } from "../report/github.js";
import { countLeftOut } from "../report/left-out.js";
import { printableJson } from "../report/printable.js";
import { showProgress } from "../report/progress.js";
import { pathInRepository } from "../report/repository.js";
import { countSilenced } from "../report/silenced.js";
import { formatFindings } from "../report/text.js";
import { reportDamage } from "../workplace/damage.js";
import { readLibrary, type WorkplaceOptions, withWorkplace } from "../workplace/workplace.js";
import { asCalled, calledAs } from "./called-by-npx.js";
import { checkLinks } from "./check-links.js";
import { inspectOrder } from "./order.js";
import { refuseEmptyPacks } from "./pack.js";
import { inspectReading } from "./reading.js";
import { displayPath, type LibraryOptions, settle } from "./settings.js";
import { telling } from "./telling.js";
import { inspectTemplates } from "./templates.js";
import { UsageError } from "./usage-error.js";
import { inspectWords } from "./words.js";

export interface CheckCommandOptions extends LibraryOptions {
  reporter: string;
  all?: boolean;
  /** Warnings are errors. */
  strict?: boolean;
  /** Addresses on the web are asked for. */
  links?: boolean;
}

interface Report {
  folder: string;
  /** The library's folder in the repository. */
  inRepository: string;
  all: boolean;
  leftOut: string;
}

type Reporter = (findings: readonly Finding[], report: Report) => string;

/** The ways to tell what was found. */
const REPORTERS: Readonly<Record<string, Reporter>> = {
  text: (findings, report) =>
    asCalled(
      formatFindings(findings, {
        ...report,
        colours: coloursFor(process.stdout),
        width: process.stdout.columns,
        called: calledAs(),
      }),
    ),
  json: printableJson,
  github: (findings, { inRepository }) => formatAnnotations(findings, inRepository),
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
  return telling(options.reporter, checkLibrary(source, options, { format, signal }));
}

async function checkLibrary(
  source: string | undefined,
  options: CheckCommandOptions,
  { format, signal }: { format: Reporter; signal: AbortSignal },
): Promise<number> {
  const { config, configFile, ...settings } = await settle(source, options);
  const { library, damage, checked } = await readAndCheck(config, { ...settings, signal });
  // Errors that keep a file out, whatever severity the configuration gives to the rest.
  const hasFailures = checked.some(({ severity }) => severity === "error");
  // The groups and patterns that `order` names may stand in files with errors.
  const misfits = configFile && !hasFailures ? await inspectOrder(library, config, configFile) : [];
  const unread = configFile ? await inspectReading(library, config, configFile) : [];
  const borrowed = await inspectWords(library, config, configFile);
  const restyled = configFile ? await inspectTemplates(config, configFile) : [];
  const progress = (message: string): void =>
    void process.stderr.write(`  ${message}
`);
  const asked = options.links ? await checkLinks(library, { cacheFolder: settings.cacheFolder, progress }) : [];
  const found = damage.concat(misfits, unread, borrowed, restyled, asked, checked);
  const { findings: weighed, silenced } = weigh(found, config.rules);
  const findings = options.strict ? weighed.map(raiseWarning) : weighed;
  const text = format(findings, {
    folder: displayPath(config.source),
    inRepository: pathInRepository(config.source),
    all: options.all ?? false,
    leftOut: [countLeftOut(library.leftOut), countSilenced(silenced)].filter(Boolean).join("\n"),
  });
  if (text !== "") console.log(text);
  if (options.reporter === "github" && silenced.length > 0) console.log(`::notice::${countSilenced(silenced)}`);
  if (findings.some(({ severity }) => severity === "error")) return 1;
  // Only now, since the patterns that a pack lacks may stand in files with errors.
  if (configFile) await refuseEmptyPacks(library, config, configFile);
  return 0;
}

function raiseWarning(finding: Finding): Finding {
  return finding.severity === "warning" ? { ...finding, severity: "error" } : finding;
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
      return {
        library,
        damage: reportDamage(place.damaged),
        checked: await checkInTurns(library, config.extended.rules),
      };
    });
    await end("done");
    return found;
  } catch (error) {
    await end("failed");
    throw error;
  }
}

const STAGES = ["read", "check"];
