import type { PluginModule } from "../extensions/extension.js";
import type { ParseTask } from "../library/parse-file.js";
import { declareTasks } from "../threads/task.js";

/** A file to parse, and the extensions whose plugins go through it. */
export type ParseOrder = ParseTask & { extensions: readonly PluginModule[] };

/** What threads do for every run. */
export const tasks = declareTasks(import.meta.url, {
  parseFile: async () => {
    const { parseFile } = await import("../library/parse-file.js");
    return async ({ extensions, ...task }: ParseOrder) => {
      if (extensions.length === 0) return parseFile(task);
      const { openPlugins } = await import("../extensions/open-plugins.js");
      const plugins = await openPlugins(extensions);
      return "rule" in plugins ? { failure: plugins } : parseFile(task, plugins);
    };
  },
});
