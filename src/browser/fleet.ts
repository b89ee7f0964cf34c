import type { Browser } from "puppeteer";
import { openGate } from "../threads/gate.js";
import { findFullDisk } from "./full-disk.js";
import { BrowserError } from "./launch.js";

/** Browsers that go from one piece of work to the next: to start one takes more than a second of a core. */
export interface Fleet {
  /** Runs work with a browser that nobody else uses; waits for one where all are in use. Throws BrowserError. */
  use<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result>;
  /** Ends every browser, in use, starting or neither; none starts from then on. */
  close(): Promise<void>;
}

/**
 * @param size how many browsers run at the most
 * @param launch starts one; gives up when the signal is aborted
 */
export function openFleet(size: number, launch: (signal: AbortSignal) => Promise<Browser>): Fleet {
  const started: Promise<Browser>[] = [];
  const idle: Browser[] = [];
  const gate = openGate(size);
  const closing = new AbortController();

  const start = (): Promise<Browser> => {
    const starting = launch(closing.signal);
    started.push(starting);
    return starting;
  };
  // One that died while nobody used it is of no use to the next.
  const takeIdle = (): Browser | undefined => {
    let browser = idle.pop();
    while (browser && !browser.connected) browser = idle.pop();
    return browser;
  };
  return {
    use: (work) =>
      gate(async () => {
        // Work that waited for its turn while other work failed: a browser for it would outlive the build.
        if (closing.signal.aborted) throw new BrowserError("the browsers are closed: the build is over");
        const browser = takeIdle() ?? (await start());
        const result = await whileItRuns(browser, work);
        // After work that failed nobody knows what state it is in: it is not handed on.
        if (browser.connected) idle.push(browser);
        return result;
      }),
    async close() {
      closing.abort();
      await Promise.allSettled(started.map(end));
    },
  };
}

/**
 * Work with a browser, given up when the browser dies: some of what puppeteer asks it then waits for an answer for ever.
 * @throws BrowserError
 */
async function whileItRuns<Result>(browser: Browser, work: (browser: Browser) => Promise<Result>): Promise<Result> {
  let giveUp = (): void => {};
  const death = new Promise<never>((_, reject) => {
    giveUp = () =>
      reject(
        findFullDisk() ??
          new BrowserError("the browser stopped in the middle (its process ended); run the build again"),
      );
  });
  browser.once("disconnected", giveUp);
  try {
    return await Promise.race([work(browser), death]);
  } finally {
    browser.off("disconnected", giveUp);
  }
}

// Milliseconds. One that hangs does not hear that it is to end.
const LONGEST_END = 1500;

async function end(starting: Promise<Browser>): Promise<void> {
  const browser = await starting;
  if (!browser.connected) return;
  const killing = setTimeout(() => browser.process()?.kill("SIGKILL"), LONGEST_END);
  try {
    await browser.close();
  } finally {
    clearTimeout(killing);
  }
}
