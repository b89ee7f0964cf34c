import { finishVolume } from "../../print/finish/index.js";
import type { Finished, FinishTask } from "../../print/finish/task.js";
import { preparePress } from "./prepress/prepare-press.js";
import type { PressReport, PressTask } from "./prepress/press-task.js";

/** What is asked of a printed volume: a reading edition and, where one is wanted, a press edition. */
export interface EditionsTask {
  reading: FinishTask;
  press?: PressTask;
}

/** What is told of a volume's editions. */
export interface VolumeFacts {
  finished: Finished;
  /** Of the press edition, where there is one. */
  press?: PressReport;
}

/** Makes the editions of a printed volume: what both draw alike is written and deflated once. Runs in a worker thread. */
export async function makeEditions({ reading, press }: EditionsTask): Promise<VolumeFacts> {
  const { finished, grey } = await finishVolume(reading);
  return press ? { finished, press: await preparePress(press, grey) } : { finished };
}
