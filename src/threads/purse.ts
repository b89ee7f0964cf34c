import { LateError } from "./late-error.js";

/** Work whose kind took longer, of one owner, than all of it together may. */
export class SpentError extends LateError {}

/** The time of several pieces of work of one owner, which have a limit each and one together. */
export interface Purse {
  /**
   * Does a piece of work, which is told how many seconds it may take.
   * @throws SpentError where the owner has no time left, or the work is late because little was left; what the work throws
   */
  spend<Result>(owner: string, work: (seconds: number) => Promise<Result>): Promise<Result>;
}

// A file of a few slow pieces is borne, and one of hundreds is not.
const PIECES = 6;

/**
 * @param seconds that a piece may take; all of an owner may take six times as long
 * @param now milliseconds from any beginning
 */
export function openPurse(seconds: number, now: () => number = () => performance.now()): Purse {
  const whole = seconds * PIECES;
  const spent = new Map<string, number>();
  const spentBy = (owner: string): number => spent.get(owner) ?? 0;
  return {
    async spend(owner, work) {
      const left = whole - spentBy(owner);
      if (left <= 0) throw new SpentError(whole);
      const begun = now();
      try {
        return await work(Math.min(seconds, left));
      } catch (error) {
        throw error instanceof LateError && left < seconds ? new SpentError(whole) : error;
      } finally {
        spent.set(owner, spentBy(owner) + (now() - begun) / 1000);
      }
    },
  };
}
