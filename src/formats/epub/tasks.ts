import { declareTasks } from "../../threads/task.js";

/** What threads do for the e-book. */
export const tasks = declareTasks(import.meta.url, {
  composePages: async () => (await import("./pages/compose-pages.js")).composePages,
  subsetFont: async () => (await import("./package/subset-font.js")).subset,
});
