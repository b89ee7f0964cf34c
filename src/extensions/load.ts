import { pathToFileURL } from "node:url";
import { RULES } from "../library/rules/index.js";
import type { Rule } from "../library/rules/rule.js";
import { sha256 } from "../library/sha256.js";
import { type Extended, type Extension, type ExtensionModule, NOT_EXTENDED } from "./extension.js";
import { ExtensionError } from "./extension-error.js";
import { guardRule } from "./guard-rule.js";
import { importExtension } from "./import-extension.js";
import { followImports, ImportError } from "./imports.js";
import { locateModule } from "./locate.js";

interface Loaded extends ExtensionModule {
  url: string;
  extension: Extension;
}

/**
 * Loads the extensions of a configuration: this runs their code.
 * @param folder the configuration's: nothing is loaded from elsewhere
 * @param written what `extend` lists
 * @throws ExtensionError
 */
export async function loadExtensions(folder: string, written: readonly string[]): Promise<Extended> {
  if (written.length === 0) return NOT_EXTENDED;
  const loaded: Loaded[] = [];
  for (const [index, entry] of written.entries()) loaded.push(await loadOne(folder, entry, index));
  const plugged = loaded.filter(({ extension: { remark = [], rehype = [] } }) => remark.length + rehype.length > 0);
  return {
    rules: gatherRules(loaded),
    plugins: plugged.map(({ name, url }) => ({ name, url, folder })),
    pluginsKey: plugged.length === 0 ? "" : sha256(plugged.map((module) => module.sha256).join(" ")),
    modules: loaded.map(({ name, sha256, gives }) => ({ name, sha256, gives })),
  };
}

async function loadOne(folder: string, written: string, index: number): Promise<Loaded> {
  const file = locateModule(folder, written);
  if (typeof file !== "string") throw new ExtensionError(`found ${file.found}; expected ${file.expected}`, index);
  const { files, sha256 } = await followImports(folder, file).catch((error: unknown) => {
    throw error instanceof ImportError ? new ExtensionError(error.message, index) : error;
  });
  const url = pathToFileURL(file).href;
  const extension = await importExtension(url, folder, files).catch((error: unknown) => {
    throw new ExtensionError(error instanceof Error ? error.message : String(error), index);
  });
  const name = `./${written.replace(/^(?:\.\/)+/, "")}`;
  return { name, sha256, url, extension, gives: tell(extension) };
}

/** The rules of all of them. An id is one rule's: by it book.yaml speaks of it. */
function gatherRules(loaded: readonly Loaded[]): Rule[] {
  const owners = new Map(RULES.map(({ id }) => [id, "a rule of ours"]));
  return loaded.flatMap(({ name, extension: { rules = [] } }, index) =>
    rules.map((rule, at) => {
      const owner = owners.get(rule.id);
      if (owner !== undefined) {
        throw new ExtensionError(
          `rules.${at}.id: found “${rule.id}”, the id of ${owner}; expected one of its own`,
          index,
        );
      }
      owners.set(rule.id, `a rule of ${name}`);
      return guardRule(rule, name);
    }),
  );
}

/** What an extension gives, in words. */
function tell({ rules = [], remark = [], rehype = [] }: Extension): string {
  return [
    list(
      "rules",
      rules.map(({ id }) => id),
    ),
    count(remark.length, "of remark"),
    count(rehype.length, "of rehype"),
  ]
    .filter(Boolean)
    .join("; ");
}

function list(what: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `${what} ${names.join(", ")}`;
}

function count(plugins: number, whose: string): string {
  return plugins === 0 ? "" : `${plugins} ${plugins === 1 ? "plugin" : "plugins"} ${whose}`;
}
