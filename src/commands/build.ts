import { build } from "../build.js";
import type { Format } from "../formats/format.js";
import { FORMATS } from "../formats/index.js";
import { type LibraryOptions, settle } from "./settings.js";
import { UsageError } from "./usage.js";

export interface BuildCommandOptions extends LibraryOptions {
  out: string;
  format?: string;
  select?: string;
  keepGoing?: boolean;
  quiet?: boolean;
  json?: boolean;
}

/** `pattern-press build`: makes the editions. Returns the exit status. */
export async function runBuild(source: string | undefined, options: BuildCommandOptions): Promise<number> {
  const settings = await settle(source, options);
  const result = await build({
    ...settings,
    out: options.out,
    formats: chooseFormats(options.format),
    keepGoing: options.keepGoing ?? false,
    epoch: readEpoch(process.env.SOURCE_DATE_EPOCH),
    stage: () => {},
    progress: options.quiet || options.json ? () => {} : (message) => console.error(message),
  });
  console.log(`${result.library.patterns.length} patterns, ${result.artifacts.length} files in ${options.out}`);
  return result.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** The formats named, in the order they are made. */
function chooseFormats(written: string | undefined): readonly Format[] {
  if (written === undefined) return FORMATS;
  const names = written.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !FORMATS.some((format) => format.name === name));
  if (unknown === undefined) return FORMATS.filter(({ name }) => names.includes(name));
  const known = FORMATS.map(({ name }) => name).join(", ");
  throw new UsageError(`--format ${written}: there is no format “${unknown}”; expected one or more of ${known}`);
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
