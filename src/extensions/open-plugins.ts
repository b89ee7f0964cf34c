import { describePluginFault, type NamedPlugin, type Plugins } from "../library/body/plugins.js";
import type { Failure } from "../library/failure.js";
import type { Extension, PluginModule } from "./extension.js";
import { importExtension } from "./import-extension.js";

/**
 * Loads the plugins of extensions, in whichever thread it is called: functions cannot be sent there.
 * @returns the plugins; or what is to be said of every file, where one cannot be loaded in this thread
 */
export async function openPlugins(modules: readonly PluginModule[]): Promise<Plugins | Failure> {
  const loaded: { name: string; extension: Extension }[] = [];
  for (const { name, url, folder } of modules) {
    try {
      loaded.push({ name, extension: await importExtension(url, folder) });
    } catch (error) {
      return describePluginFault(`the extension ${name} in a worker thread`, error);
    }
  }
  const named = (kind: "remark" | "rehype"): NamedPlugin[] =>
    loaded.flatMap(({ name, extension }) =>
      list(extension, kind).map((plugin) => ({ ...plugin, name: `${plugin.name} of ${name}` })),
    );
  return { remark: named("remark"), rehype: named("rehype") };
}

function list(extension: Extension, kind: "remark" | "rehype"): NamedPlugin[] {
  return (extension[kind] ?? []).map((plugin, at) => {
    const [attach, ...options]: unknown[] = Array.isArray(plugin) ? plugin : [plugin];
    return { name: nameOf(attach, `${kind}.${at}`), attach: attach as NamedPlugin["attach"], options }; // by the contract
  });
}

/** `remark.0 (remarkEmoji)` */
function nameOf(attach: unknown, place: string): string {
  return typeof attach === "function" && attach.name !== "" ? `${place} (${attach.name})` : place;
}
