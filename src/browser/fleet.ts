import type { Browser } from "puppeteer";
import { openGate } from "../gate.js";

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
  return {
    use: (work) =>
      gate(async () => {
        const browser = idle.pop() ?? (await start());
        const result = await work(browser);
        // After work that failed nobody knows what state it is in: it is not handed on.
        if (browser.connected) idle.push(browser);
        return result;
      }),
    async close() {
      await Promise.allSettled(started.map(closeIfOpen));
    },
  };
}

async function closeIfOpen(starting: Promise<Browser>): Promise<void> {
  const browser = await starting;
  if (browser.connected) await browser.close();
}
