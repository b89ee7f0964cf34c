import type { Browser } from "puppeteer";
import { openGate } from "../threads/gate.js";
import { BrowserError } from "./launch.js";

/** Browsers that go from one piece of work to the next: to start one takes more than a second of a core. */
export interface Fleet {
  /** Runs work with a browser that nobody else uses; waits for one where all are in use. Throws BrowserError. */
  use<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result>;
  /** Ends every browser, in use or not. */
  close(): Promise<void>;
}

/** @param size how many browsers run at the most */
export function openFleet(size: number, launch: () => Promise<Browser>): Fleet {
  const started: Promise<Browser>[] = [];
  const idle: Browser[] = [];
  const gate = openGate(size);

  const start = (): Promise<Browser> => {
    const starting = launch();
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
        const browser = takeIdle() ?? (await start());
        const result = await whileItRuns(browser, work);
        // After work that failed nobody knows what state it is in: it is not handed on.
        if (browser.connected) idle.push(browser);
        return result;
      }),
    async close() {
      await Promise.allSettled(started.map(closeIfOpen));
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
      reject(new BrowserError("the browser stopped in the middle (its process ended); run the build again"));
  });
  browser.once("disconnected", giveUp);
  try {
    return await Promise.race([work(browser), death]);
  } finally {
    browser.off("disconnected", giveUp);
  }
}

async function closeIfOpen(starting: Promise<Browser>): Promise<void> {
  const browser = await starting;
  if (browser.connected) await browser.close();
}
