import { declareTasks } from "../threads/task.js";

/** What threads do with pictures. */
export const tasks = declareTasks(import.meta.url, {
  decodePicture: async () => (await import("./decode.js")).decodePicture,
});
