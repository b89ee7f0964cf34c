import { EventEmitter } from "node:events";
import type { Browser } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { openFleet } from "../../src/browser/fleet.js";
import { BrowserError, persist } from "../../src/browser/launch.js";

/** A browser that starts at once and only knows whether it is open. */
function launcher() {
  const started: (EventEmitter & { connected: boolean; close(): Promise<void> })[] = [];
  const launch = async (): Promise<Browser> => {
    const browser = Object.assign(new EventEmitter(), {
      connected: true,
      async close() {
        browser.connected = false;
        browser.emit("disconnected");
      },
    });
    started.push(browser);
    return browser as unknown as Browser; // all that a fleet asks of one
  };
  return { started, launch };
}

describe("a start", () => {
  it("is tried again, each time with more patience, before it is an error", async () => {
    const patiences: number[] = [];
    const attempt = async (patience: number): Promise<string> => {
      patiences.push(patience);
      if (patiences.length < 3) throw new BrowserError("it did not answer");
      return "started";
    };
    expect(await persist([1, 2, 3], attempt)).toBe("started");
    expect(patiences).toEqual([1, 2, 3]);
    await expect(persist([1, 2], () => Promise.reject(new BrowserError("no")))).rejects.toThrow("no");
  });

  it("is not tried again on a full disk, or when the build is over", async () => {
    let tries = 0;
    const fail = (error: Error) => (): Promise<never> => {
      tries++;
      return Promise.reject(error);
    };
    await expect(persist([1, 2, 3], fail(new Error("ENOSPC")))).rejects.toThrow("ENOSPC");
    await expect(persist([1, 2, 3], fail(new BrowserError("no")), AbortSignal.abort())).rejects.toThrow("no");
    expect(tries).toBe(2);
  });
});

describe("a fleet of browsers", () => {
  it("hands a browser on to the next piece of work", async () => {
    const { started, launch } = launcher();
    const fleet = openFleet(2, launch);
    const first = await fleet.use(async (browser) => browser);
    expect(await fleet.use(async (browser) => browser)).toBe(first);
    expect(started).toHaveLength(1);
  });

  it("runs no more of them than it may, and lets work wait", async () => {
    const { started, launch } = launcher();
    const fleet = openFleet(2, launch);
    let atWork = 0;
    const counts = await Promise.all(
      Array.from({ length: 7 }, () =>
        fleet.use(async () => {
          const count = ++atWork;
          await new Promise((done) => setTimeout(done, 2));
          atWork--;
          return count;
        }),
      ),
    );
    expect(Math.max(...counts)).toBe(2);
    expect(started).toHaveLength(2);
  });

  it("hands on neither a browser whose work failed nor one that died", async () => {
    const { started, launch } = launcher();
    const fleet = openFleet(1, launch);
    await expect(fleet.use(() => Promise.reject(new Error("crash")))).rejects.toThrow("crash");
    await fleet.use((browser) => browser.close());
    await fleet.use(async () => {});
    expect(started).toHaveLength(3);
  });

  it("does not hand on one that died while nobody used it", async () => {
    const { started, launch } = launcher();
    const fleet = openFleet(1, launch);
    await fleet.use(async () => {});
    await started[0]?.close();
    expect(await fleet.use(async ({ connected }) => connected)).toBe(true);
  });

  it("gives up work that waits for a browser which died", async () => {
    const { started, launch } = launcher();
    const fleet = openFleet(1, launch);
    const work = fleet.use(() => new Promise(() => {}));
    await expect.poll(() => started.length).toBe(1);
    await started[0]?.close();
    await expect(work).rejects.toThrow("the browser stopped in the middle");
    expect(started[0]?.listenerCount("disconnected")).toBe(0);
  });

  it("starts none for work that waits once closing has begun, and gives up one that starts", async () => {
    const { started, launch } = launcher();
    let isGivenUp = false;
    const fleet = openFleet(2, (signal) => {
      if (started.length === 0) return launch();
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          isGivenUp = true;
          reject(new Error("given up"));
        });
      });
    });
    const work = Array.from({ length: 6 }, () => fleet.use(() => new Promise<void>(() => {})));
    const settled = Promise.allSettled(work);
    await expect.poll(() => started.length).toBe(1);
    await fleet.close();
    const reasons = (await settled).map((result) => (result.status === "rejected" ? String(result.reason) : "done"));
    expect(reasons.filter((reason) => reason.includes("the build is over"))).toHaveLength(4);
    expect(isGivenUp).toBe(true);
    expect(started.map(({ connected }) => connected)).toEqual([false]);
    await expect(fleet.use(async () => {})).rejects.toThrow("the build is over");
  });

  it("ends all of them in the end", async () => {
    const { started, launch } = launcher();
    const fleet = openFleet(2, launch);
    await fleet.use(() => Promise.reject(new Error("crash"))).catch(() => {});
    await fleet.use(async () => {});
    await fleet.close();
    expect(started.map(({ connected }) => connected)).toEqual([false, false]);
  });
});
