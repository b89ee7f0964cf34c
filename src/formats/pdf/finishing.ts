import { openGate } from "../../threads/gate.js";

/** Where printed volumes wait for their editions to be made. */
export interface Finishing {
  /** Makes editions when there is room for it. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A volume has been printed, or was before. */
  printed(): void;
}

/**
 * Making editions holds a quarter of a gigabyte, and takes half as long as to print: it has half the cores as long as
 * browsers print, and all of them for what is left then.
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
