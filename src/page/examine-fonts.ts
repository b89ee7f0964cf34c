import { readFileSync, writeSync } from "node:fs";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import subsetFont from "subset-font";
import { type Examined, READY } from "./font-report.js";
import { readFont } from "./read-font.js";

/*
 * A separate process that reads the fonts named in its arguments and prints one line for each with what it found. One
 * thread reads, the other watches time and memory: V8 has no limit that covers all the memory that reading a font takes.
 */

// Seconds of a core: on a busy machine a sound font takes as few. The largest, of Chinese, take five.
const MOST_SECONDS = 20;
// Megabytes of the whole process; a font of 20 megabytes takes 600.
const MOST_MEMORY = 1500;
// Milliseconds between two looks.
const LOOK = 20;

if (isMainThread) watch(process.argv.slice(2));
else await readAll(process.argv.slice(2));

function watch(paths: readonly string[]): void {
  let [current = "", ...waiting] = paths;
  let begun = coreSeconds();
  const end = (damage: string): void => {
    const last: Examined = { path: current, damage, isLast: true };
    say(JSON.stringify(last));
    // The reading thread cannot be asked to stop.
    process.kill(process.pid, "SIGKILL");
  };
  setInterval(() => {
    if (coreSeconds() - begun > MOST_SECONDS) end(`it takes longer than ${MOST_SECONDS} seconds to read`);
    else if (process.memoryUsage.rss() > MOST_MEMORY * 1e6)
      end(`it takes more than ${MOST_MEMORY} MB of memory to read`);
  }, LOOK);
  const reader = new Worker(new URL(import.meta.url), {
    argv: [...paths],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  say(READY);
  reader.on("message", (examined: Examined) => {
    say(JSON.stringify(examined));
    [current = "", ...waiting] = waiting;
    begun = coreSeconds();
  });
  reader.on("error", () => end("it takes more memory to read than there is"));
  reader.on("exit", () => process.exit());
}

function coreSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** At once: the process may not live to see its streams written. */
function say(text: string): void {
  const line = Buffer.from(`${text}\n`);
  for (let at = 0; at < line.length; ) at += writeSync(1, line, at);
}

async function readAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) parentPort?.postMessage(await readOne(path));
}

/** Does with a font all that editions do. */
async function readOne(path: string): Promise<Examined> {
  try {
    const survey = readFont(path);
    const text = String.fromCodePoint(...survey.characters);
    await subsetFont(readFileSync(path), text, { targetFormat: "truetype" });
    return { path, survey };
  } catch {
    return { path, damage: "its tables are damaged or cut off" };
  }
}
