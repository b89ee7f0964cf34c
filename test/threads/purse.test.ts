import { describe, expect, it } from "vitest";
import { LateError } from "../../src/threads/late-error.js";
import { openPurse, SpentError } from "../../src/threads/purse.js";

describe("the time of a file's pieces", () => {
  /** What each of so many pieces that take these seconds was given, or that nothing was left. */
  async function giveOut(count: number, taken: number): Promise<(number | string)[]> {
    let clock = 0;
    const purse = openPurse(20, () => clock);
    const outcomes: (number | string)[] = [];
    for (let at = 0; at < count; at++) {
      const spending = purse.spend("a.md", async (seconds) => {
        clock += Math.min(taken, seconds) * 1000;
        if (taken > seconds) throw new LateError(seconds);
        return seconds;
      });
      outcomes.push(await spending.catch((error) => error.constructor.name));
    }
    return outcomes;
  }

  it("is six times that of one, of which each takes its own", async () => {
    expect(await giveOut(8, 18)).toEqual([20, 20, 20, 20, 20, 20, "SpentError", "SpentError"]);
    expect(await giveOut(8, 99)).toEqual([...new Array(6).fill("LateError"), "SpentError", "SpentError"]);
    expect(await giveOut(50, 1)).toEqual([...new Array(50).fill(expect.any(Number))]);
  });

  it("is no other file's", async () => {
    let clock = 0;
    const purse = openPurse(1, () => clock);
    const spend = (owner: string): Promise<unknown> =>
      purse.spend(owner, async () => {
        clock += 7000;
      });
    await spend("a.md");
    await expect(spend("a.md")).rejects.toEqual(new SpentError(6));
    await expect(spend("b.md")).resolves.toBeUndefined();
  });
});
