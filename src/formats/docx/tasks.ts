import { declareTasks } from "../../threads/task.js";

/** What threads do for Word files. */
export const tasks = declareTasks(import.meta.url, {
  prepareDesk: async () => (await import("./prepare-desk.js")).prepareDesk,
  renderHandout: async () => (await import("./render-handout.js")).renderHandout,
  renderCard: async () => (await import("./card/render-card.js")).renderCard,
  renderPack: async () => (await import("./pack/render-pack.js")).renderPack,
});
