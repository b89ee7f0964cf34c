import { declareTasks } from "../../threads/task.js";

/** What threads do for the printed book. */
export const tasks = declareTasks(import.meta.url, {
  readDestinations: async () => (await import("../../print/destinations.js")).readDestinations,
  makeEditions: async () => (await import("./editions.js")).makeEditions,
  preparePress: async () => (await import("./prepress/prepare-press.js")).preparePress,
});
