import { existsSync } from "node:fs";
import { build, stagesOf } from "../build.js";
import { openEdition } from "../changes/read-edition.js";
import type { Config } from "../config/read-config.js";
import type { Format } from "../formats/format.js";
import { FORMATS } from "../formats/index.js";
import { listExclusions } from "../library/exclusions.js";
import { nearestName } from "../library/nearest-name.js";
import { explainNone, openSelection, parseSelection } from "../library/select.js";
import { formatBuilt } from "../report/build-result.js";
import { coloursFor } from "../report/colour.js";
import { printable, printableJson } from "../report/printable.js";
import { showProgress } from "../report/progress.js";
import { calledAs } from "./called-by-npx.js";
import { inspectOrder } from "./order.js";
import { choosePack, readDepth, refuseEmptyPacks } from "./pack.js";
import { inspectReading } from "./reading.js";
import { displayPath, type LibraryOptions, settle } from "./settings.js";
import { telling } from "./telling.js";
import { inspectTemplates } from "./templates.js";
import { UsageError } from "./usage-error.js";
import { accountFor, isWhole } from "./verify.js";
import { inspectWords } from "./words.js";

export interface BuildCommandOptions extends LibraryOptions {
  out: string;
  format?: string;
  select?: string;
  pack?: string;
  depth?: string;
  with?: string;
  keepGoing?: boolean;
  all?: boolean;
  quiet?: boolean;
  json?: boolean;
  verify?: boolean;
  since?: string;
  /** Builds again whenever something changes. */
  watch?: boolean;
}

/** `pattern-press build`: makes the editions and tells what came of it. Returns the exit status. */
export async function runBuild(
  source: string | undefined,
  options: BuildCommandOptions,
  signal: AbortSignal,
): Promise<number> {
  const { out, keepGoing = false, quiet = false, json = false } = options;
  const epoch = readEpoch(process.env.SOURCE_DATE_EPOCH);
  refuseStrayCondition(source, options.select);
  const settling = settle(source, options);
  const { configFile, ...settings } = await telling(json ? "json" : "text", settling);
  const { config, formats, select, depth } = chooseEditions(settings.config, options);
  const selection = select === undefined ? undefined : parseSelection(select);
  const since = options.since === undefined ? undefined : await openEdition(options.since);
  const stages = stagesOf(formats);
  const shown = showProgress({ quiet: quiet || json, stages, stream: process.stderr, signal });
  const { stage, progress } = shown;
  try {
    const result = await build({
      ...settings,
      config,
      out,
      formats,
      edition: options.pack === undefined ? undefined : `pack ${options.pack}`,
      matches: selection && ((library) => openSelection(selection, library)),
      explainNone: selection && ((library) => explainNone(selection, library)),
      depth,
      since,
      keepGoing,
      inspect: async (library) => {
        // What a pack on the command line is made of, --select says.
        const makesPacks = formats.some(({ name }) => name === "docx") && !(options.pack && options.select);
        const borrowed = await inspectWords(library, settings.config, configFile);
        if (!configFile) return borrowed;
        if (makesPacks) await refuseEmptyPacks(library, settings.config, configFile, options.pack);
        return [
          ...(await inspectOrder(library, settings.config, configFile)),
          ...(await inspectReading(library, settings.config, configFile)),
          ...borrowed,
          ...(await inspectTemplates(settings.config, configFile)),
        ];
      },
      epoch,
      signal,
      stage,
      progress,
    });
    await shown.end("done");
    const folder = displayPath(settings.config.source);
    const hasErrors = result.findings.some(({ severity }) => severity === "error");
    if (json) {
      const { findings, silenced, artifacts, library, placed } = result;
      const excluded = listExclusions(library);
      const patterns = library.patterns.length;
      console.log(printableJson({ out, patterns, artifacts, excluded, findings, silenced, ...placed }));
    } else if (!quiet || hasErrors) {
      const stream = quiet ? process.stderr : process.stdout;
      const shownAs = { folder, out: displayPath(out), colours: coloursFor(stream), all: options.all ?? false };
      stream.write(`${formatBuilt(result, { ...shownAs, check: checkAgain(source, options), keepGoing })}\n`);
    }
    if (!options.verify || result.artifacts.length === 0) return hasErrors ? 1 : 0;
    const { account, text } = await accountFor(out, settings, { reporter: json ? "json" : "text", quiet, signal });
    if (!quiet || !isWhole(account)) (json || quiet ? process.stderr : process.stdout).write(`\n${text}\n`);
    return hasErrors || !isWhole(account) ? 1 : 0;
  } catch (error) {
    await shown.end("failed");
    throw error;
  }
}

/** The command that checks the same files by the same configuration, as a shell takes it. */
function checkAgain(source: string | undefined, { config, language }: LibraryOptions): string {
  const named = [
    ...(config === undefined ? [] : ["--config", config]),
    ...(language === undefined ? [] : ["--language", language]),
  ];
  const given = [...(source === undefined ? [] : [source]), ...named].map((word) =>
    /^[\w./@:+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  return [calledAs(), "check", ...given].map(printable).join(" ");
}

interface Choice {
  config: Config;
  formats: readonly Format[];
  select: string | undefined;
  depth: number | undefined;
}

/** What is to be built of which patterns: the formats named, or one pack alone. */
function chooseEditions(config: Config, options: BuildCommandOptions): Choice {
  const pack = choosePack(config, options);
  if (!pack) {
    const depth = readDepth(options.depth);
    if (depth !== undefined && options.select === undefined) {
      throw new UsageError("--depth goes with --select: it brings in what the chosen patterns require");
    }
    return { config, formats: chooseFormats(options.format, config), select: options.select, depth };
  }
  const { select, depth, ...whole } = pack;
  // The library is cut to the pack before anything is drawn: in it the pack is everything.
  const packs = [{ ...whole, depth: 0 }];
  const docx = { ...config.docx, handouts: false, cards: false, packs };
  return { config: { ...config, docx }, formats: chooseFormats("docx", config), select, depth };
}

/** What people call what the formats make. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  book: "pdf",
  print: "pdf",
  ebook: "epub",
  "e-book": "epub",
  word: "docx",
  handouts: "docx",
  cards: "docx",
  dataset: "jsonld",
  data: "jsonld",
  json: "jsonld",
};

/** The formats named, in the order they are made. */
function chooseFormats(written: string | undefined, { extended }: Config): readonly Format[] {
  const formats = [...FORMATS, ...extended.formats];
  if (written === undefined) return formats;
  const names = written.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !formats.some((format) => format.name === name));
  if (unknown === undefined) return formats.filter(({ name }) => names.includes(name));
  const known = formats.map(({ name }) => name);
  const nearest = nearestName(unknown, known) ?? ALSO_CALLED[unknown.toLowerCase()];
  const meant = nearest === undefined ? "" : ` (did you mean “${nearest}”?)`;
  throw new UsageError(
    `--format ${written}: there is no format “${unknown}”${meant}; expected one or more of ${known.join(", ")}`,
  );
}

/** A shell parts what stands in no quotation marks: the second condition would be taken for the folder. */
function refuseStrayCondition(source: string | undefined, select: string | undefined): void {
  if (select === undefined || source === undefined || existsSync(source)) return;
  const isCondition = /^[\p{L}_][\w.-]*(!=|[<>]=?|=)/u.test(source);
  // Else it may be the rest of a value: `title=Name What`.
  const whole = isCondition ? `${select} ${source}` : select.replace(/([^=<>]*)$/, `"$1 ${source}"`);
  throw new UsageError(
    `there is no folder “${source}”, which is taken for that of the patterns; if it belongs to --select, conditions stand ` +
      `together in quotation marks: --select '${whole}'`,
  );
}

// The last second of the year 9999: later dates have more digits than formats allow for.
const LAST_SECOND = 253_402_300_799;

/** reproducible-builds.org/specs/source-date-epoch: whole seconds since 1970. */
function readEpoch(written: string | undefined): number | undefined {
  if (written === undefined || written === "") return undefined;
  const seconds = Number(written);
  if (/^\d+$/.test(written) && seconds <= LAST_SECOND) return seconds;
  throw new UsageError(`SOURCE_DATE_EPOCH is “${written}”; expected seconds since 1970, such as 1767225600`);
}
