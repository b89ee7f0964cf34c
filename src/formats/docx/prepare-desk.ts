import { openDesk } from "./desk.js";
import type { Series } from "./task.js";

/** Makes a thread ready for its first Word file: what that takes is loaded, the templates read, the styles written. */
export async function prepareDesk(series: Series): Promise<void> {
  await import("./render-handout.js");
  openDesk(series).house(series.language);
}
