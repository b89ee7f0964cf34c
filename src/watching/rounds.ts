import type { Change } from "./watch-files.js";

// Milliseconds of quiet after which a burst of saves is over, and the longest that one is waited for.
const QUIET = 150;
const LONGEST = 2000;

/** Gathers changes into rounds, of which one is at work at a time. */
export interface Rounds {
  note(change: Change): void;
}

/**
 * @param run does one round, with what changed since the one before: the last that happened to each file
 */
export function openRounds(run: (changes: readonly Change[]) => Promise<void>): Rounds {
  let waiting = new Map<string, Change>();
  let since = 0;
  let timer: NodeJS.Timeout | undefined;
  let isAtWork = false;
  const begin = async (): Promise<void> => {
    const changes = [...waiting.values()];
    waiting = new Map();
    isAtWork = true;
    try {
      await run(changes);
    } finally {
      isAtWork = false;
      if (waiting.size > 0) plan();
    }
  };
  const plan = (): void => {
    clearTimeout(timer);
    const left = Math.max(0, since + LONGEST - performance.now());
    timer = setTimeout(() => void begin(), Math.min(QUIET, left));
  };
  return {
    note(change) {
      if (waiting.size === 0) since = performance.now();
      waiting.set(change.path, join(waiting.get(change.path), change));
      if (!isAtWork) plan();
    },
  };
}

/** What two changes of one file amount to: a file that was removed and added again was changed. */
function join(before: Change | undefined, after: Change): Change {
  if (before?.how === "removed" && after.how === "added") return { ...after, how: "changed" };
  if (before?.how === "added" && after.how === "changed") return before;
  return after;
}
