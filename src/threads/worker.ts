import { packError } from "./thread-error.js";

/** What runs in worker threads. Each takes and returns plain data, and is loaded when it is first called. */
export const parseFile = toTask(async () => (await import("../library/parse-file.js")).parseFile);
export const decodePicture = toTask(async () => (await import("../pictures/decode.js")).decodePicture);
export const composePages = toTask(async () => (await import("../formats/epub/pages/compose-pages.js")).composePages);
export const subsetFont = toTask(async () => (await import("../formats/epub/package/subset-font.js")).subset);
export const prepareDesk = toTask(async () => (await import("../formats/docx/prepare-desk.js")).prepareDesk);
export const renderHandout = toTask(async () => (await import("../formats/docx/render-handout.js")).renderHandout);
export const renderCard = toTask(async () => (await import("../formats/docx/card/render-card.js")).renderCard);
export const renderPack = toTask(async () => (await import("../formats/docx/pack/render-pack.js")).renderPack);
export const readDestinations = toTask(async () => (await import("../formats/pdf/destinations.js")).readDestinations);
export const makeEditions = toTask(async () => (await import("../formats/pdf/editions.js")).makeEditions);
export const preparePress = toTask(async () => (await import("../formats/pdf/prepress/prepare-press.js")).preparePress);
export const verifyPatterns = toTask(async () => (await import("../verify/verify-patterns.js")).verifyPatterns);
export const verifyPress = toTask(async () => (await import("../verify/press.js")).verifyPress);
export const verifyPack = toTask(async () => (await import("../verify/packs.js")).verifyPack);

/** Loads the function, runs it, and throws what survives the way out of a thread. */
function toTask<In, Out>(load: () => Promise<(task: In) => Out | Promise<Out>>): (task: In) => Promise<Out> {
  return async (task) => {
    try {
      const run = await load();
      noteBegin(task);
      return await run(task);
    } catch (error) {
      throw packError(error);
    }
  };
}

/** Tells whoever waits with a time limit that the work begins. */
function noteBegin(task: unknown): void {
  if (typeof task === "object" && task !== null && "begun" in task && task.begun instanceof Int32Array) {
    Atomics.store(task.begun, 0, 1);
  }
}
