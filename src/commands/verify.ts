import { coloursFor } from "../report/colour.js";
import { showProgress } from "../report/progress.js";
import { pathInRepository } from "../report/repository.js";
import { formatAccount, formatLossAnnotations } from "../report/verify-result.js";
import type { Account } from "../verify/account.js";
import { languageOf } from "../verify/manifest.js";
import { STAGES, verify } from "../verify/verify.js";
import { readLibrary, withWorkplace } from "../workplace/workplace.js";
import { displayPath, type LibraryOptions, type Settings, settle } from "./settings.js";
import { telling } from "./telling.js";
import { UsageError } from "./usage-error.js";

export interface VerifyCommandOptions extends LibraryOptions {
  reporter: string;
  json?: boolean;
  all?: boolean;
  quiet?: boolean;
}

interface Report {
  folder: string;
  out: string;
  /** The same two in the repository. */
  inRepository: { folder: string; out: string };
  all: boolean;
}

/** The ways to tell what was found. */
const REPORTERS: Readonly<Record<string, (account: Account, report: Report) => string>> = {
  text: (account, report) => formatAccount(account, { ...report, colours: coloursFor(process.stdout) }),
  json: (account) => JSON.stringify(account, null, 2),
  github: (account, { inRepository }) => formatLossAnnotations(account, inRepository),
};

/** `pattern-press verify`: tells what of the sources is in the editions and what is not. Returns the exit status. */
export async function runVerify(
  out: string | undefined,
  source: string | undefined,
  { json, reporter, all, quiet = false, ...options }: VerifyCommandOptions,
  signal: AbortSignal,
): Promise<number> {
  const settings = await telling(json ? "json" : reporter, settleFor(out ?? OUT, source, options));
  const report = { reporter: json ? "json" : reporter, all, quiet, signal };
  const { account, text } = await accountFor(out ?? OUT, settings, report);
  if (text !== "") console.log(text);
  return isWhole(account) ? 0 : 1;
}

const OUT = "output";

/** As `settle`: in the language of the editions, where the command names none. */
async function settleFor(out: string, source: string | undefined, options: LibraryOptions): Promise<Settings> {
  const settings = await settle(source, options);
  const language = options.language === undefined ? await languageOf(out) : undefined;
  if (language === undefined || language === settings.config.book.language) return settings;
  return settle(source, { ...options, language });
}

interface Telling {
  reporter: string;
  all?: boolean | undefined;
  quiet: boolean;
  signal: AbortSignal;
}

/** Verifies a folder of editions against the library that the configuration names, and says what came of it. */
export async function accountFor(
  out: string,
  settings: Settings,
  { reporter, all = false, quiet, signal }: Telling,
): Promise<{ account: Account; text: string }> {
  const format = Object.hasOwn(REPORTERS, reporter) ? REPORTERS[reporter] : undefined;
  if (!format) throw new UsageError(`--reporter ${reporter}: expected one of ${Object.keys(REPORTERS).join(", ")}`);
  const account = await verifyOutput(out, settings, { quiet, signal });
  const { source } = settings.config;
  const inRepository = { folder: pathInRepository(source), out: pathInRepository(out) };
  const report = { folder: displayPath(source), out: displayPath(out), inRepository, all };
  return { account, text: format(account, report) };
}

/** The same without a word, but for the progress. */
async function verifyOutput(
  out: string,
  { config, jobs, cacheFolder }: Settings,
  { quiet, signal }: { quiet: boolean; signal: AbortSignal },
): Promise<Account> {
  const shown = showProgress({ quiet, stages: ["read", ...STAGES], stream: process.stderr, signal });
  const { stage, progress } = shown;
  try {
    const account = await withWorkplace({ jobs, cacheFolder, signal, progress }, async (place) => {
      stage("read");
      const library = await readLibrary(config, place);
      return verify({ out, library, source: config.source, pool: place.pool, stage, progress });
    });
    await shown.end("done");
    return account;
  } catch (error) {
    await shown.end("failed");
    throw error;
  }
}

/** Whether everything was found where it should be, of the sources that the editions were made of. */
export function isWhole({ losses, files, stale }: Account): boolean {
  return losses.length === 0 && files.faults.length === 0 && stale.length === 0;
}
