import { declareTasks } from "../threads/task.js";

/** What threads do for every run. */
export const tasks = declareTasks(import.meta.url, {
  parseFile: async () => (await import("../library/parse-file.js")).parseFile,
});
