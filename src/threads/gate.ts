/** Runs work when there is room for it. */
export interface Gate {
  <Result>(work: () => Promise<Result>): Promise<Result>;
  /** Makes room for more work at once. */
  widen(by: number): void;
}

/** @param width how much work may be under way at once; the rest waits in its order */
export function openGate(width: number): Gate {
  const waiting: (() => void)[] = [];
  let free = width;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  const enter = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free--;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      leave();
    }
  };
  return Object.assign(enter, {
    widen(by: number): void {
      for (let more = 0; more < by; more++) leave();
    },
  });
}
