import { openGate } from "../../threads/gate.js";

/** Where printed volumes wait for their editions to be made. */
export interface Finishing {
  /** Makes editions when there is room for it. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A volume has been printed, or was before. */
  printed(): void;
}

/**
 * Making the editions of a volume needs a quarter of a gigabyte and half the time of printing it: it gets half the
 * cores while browsers print, and all of them afterwards.
 */
export function openFinishing(jobs: number, volumes: number): Finishing {
  const half = Math.ceil(jobs / 2);
  const run = openGate(half);
  let left = volumes;
  return {
    run,
    printed() {
      left--;
      if (left === 0) run.widen(jobs - half);
    },
  };
}
