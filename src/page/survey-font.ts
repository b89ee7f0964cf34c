import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { type Examined, READY } from "./font-report.js";
import { type FontSurvey, readFont } from "./read-font.js";

const surveys = new Map<string, FontSurvey>();
const damages = new Map<string, string>();

/**
 * Reads what there is to know of a font file, once.
 * @throws Error that says what is wrong with it, without its name
 */
export function surveyFont(path: string): FontSurvey {
  const [survey, damage] = [surveys.get(path), damages.get(path)];
  if (survey) return survey;
  if (damage !== undefined) throw new Error(damage);
  try {
    const found = readFont(path);
    surveys.set(path, found);
    return found;
  } catch (cause) {
    damages.set(path, DAMAGED);
    throw new Error(DAMAGED, { cause });
  }
}

const DAMAGED = "its tables are damaged or cut off";

// Not where the sources run as they are.
const EXAMINATION = fileURLToPath(new URL("./examine-fonts.js", import.meta.url));
// Milliseconds; the process ends itself before, by the seconds of a core that it takes.
const LONGEST_EXAMINATION = 300_000;
// Bytes of what is said of fonts: the code points of each.
const LONGEST_REPORT = 256_000_000;

/**
 * Reads fonts that have not been checked yet in a separate process: a font that was made to take for ever, to use all
 * memory or to crash its reader then ends only that process. What was found is what `surveyFont` gives.
 */
export function examineFonts(paths: readonly string[]): void {
  // Threads get what the first thread has examined.
  if (!isMainThread || !existsSync(EXAMINATION)) return;
  const isRead = (path: string): boolean => surveys.has(path) || damages.has(path);
  let unread = [...new Set(paths)].filter((path) => !isRead(path));
  while (unread.length > 0) {
    const found = examine(unread);
    for (const { path, survey, damage } of found) {
      if (survey) surveys.set(path, survey);
      else damages.set(path, damage ?? DAMAGED);
    }
    unread = unread.filter((path) => !isRead(path));
    const [next] = unread;
    // What is said of the font that was being read when the process ended without an answer.
    if (next !== undefined && !found.at(-1)?.isLast) damages.set(next, "reading it breaks off, or takes all memory");
    unread = unread.filter((path) => !isRead(path));
  }
}

/** @throws an error of the system, where no process can be started */
function examine(paths: readonly string[]): Examined[] {
  const { stdout, error } = spawnSync(process.execPath, [EXAMINATION, ...paths], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    timeout: LONGEST_EXAMINATION,
    killSignal: "SIGKILL",
    maxBuffer: LONGEST_REPORT,
  });
  const code = error && "code" in error ? error.code : undefined;
  if (error && code !== "ETIMEDOUT" && code !== "ENOBUFS") throw error;
  const [first, ...lines] = (stdout ?? "").split("\n");
  // The process ended before it read a font.
  if (first !== READY) throw new Error("the process that reads fonts could not begin");
  return lines.flatMap(parseLine);
}

/** The last line may be cut off. */
function parseLine(line: string): Examined[] {
  try {
    return line === "" ? [] : [JSON.parse(line)];
  } catch {
    return [];
  }
}
