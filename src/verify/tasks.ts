import { declareTasks } from "../threads/task.js";

/** What threads read of the editions. */
export const tasks = declareTasks(import.meta.url, {
  verifyPatterns: async () => (await import("./verify-patterns.js")).verifyPatterns,
  verifyPress: async () => (await import("./press.js")).verifyPress,
  verifyPack: async () => (await import("./packs.js")).verifyPack,
});
