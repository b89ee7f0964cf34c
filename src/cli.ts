#!/usr/bin/env node
import { run, tell } from "./commands/run.js";

// Signals as shells count them: 128 and the signal's number.
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const interruption = new AbortController();

/** Ends the process in the middle; nothing is left behind. */
function abandon(status: number): void {
  // This runs after puppeteer's own listener, which ends the browsers: otherwise they would go on writing to folders
  // that are being removed.
  process.once("exit", () => interruption.abort());
  process.exit(status);
}

for (const [name, status] of Object.entries(SIGNALS)) process.on(name, () => abandon(status));
// A promise that nothing awaits may fail too, for instance inside a package that we use.
process.once("uncaughtException", (error) => void tell(error).then(abandon));
// Node has nothing left to do, but the command has not finished.
process.once("beforeExit", () => {
  if (process.exitCode === undefined) void tell(new Error("the command waits for what will never come")).then(abandon);
});
// The reader of a pipe may have seen enough: `pattern-press check | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  console.error(error.message);
  process.exit(3);
});
process.exitCode = await run(process.argv, interruption.signal);
