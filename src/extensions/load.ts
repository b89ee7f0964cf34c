import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Format } from "../formats/format.js";
import { FORMATS } from "../formats/index.js";
import { RULES } from "../library/rules/index.js";
import type { Rule } from "../library/rules/rule.js";
import { sha256 } from "../library/sha256.js";
import { type Extended, type Extension, type ExtensionModule, NOT_EXTENDED } from "./extension.js";
import { ExtensionError } from "./extension-error.js";
import { guardFormat } from "./guard-format.js";
import { guardRule } from "./guard-rule.js";
import { importExtension } from "./import-extension.js";
import { followImports, ImportError } from "./imports.js";
import { locateModule } from "./locate.js";
import { openShelves, type Shelf, writeShelf } from "./write-shelf.js";

interface Loaded extends ExtensionModule {
  url: string;
  /** Where its words are written. */
  shelf: string | undefined;
  /** Where its presets are, by their names. */
  presets: ReadonlyMap<string, string>;
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
  let root: string | undefined;
  const shelves = (): string => {
    root ??= openShelves();
    return root;
  };
  for (const [index, entry] of written.entries()) loaded.push(await loadOne(folder, entry, index, shelves));
  const plugged = loaded.filter(({ extension: { remark = [], rehype = [] } }) => remark.length + rehype.length > 0);
  return {
    formats: gatherFormats(loaded),
    words: loaded.flatMap(({ shelf }) => shelf ?? []).reverse(),
    presets: gatherPresets(loaded),
    rules: gatherRules(loaded),
    plugins: plugged.map(({ name, url }) => ({ name, url, folder })),
    pluginsKey: plugged.length === 0 ? "" : sha256(plugged.map((module) => module.sha256).join(" ")),
    modules: loaded.map(({ name, sha256, gives }) => ({ name, sha256, gives })),
  };
}

async function loadOne(folder: string, written: string, index: number, shelves: () => string): Promise<Loaded> {
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
  const shelve = (own: Shelf, what: string): string => {
    const shelf = join(shelves(), `${index}${what}`);
    try {
      writeShelf(shelf, own, { module: file, folder });
      return shelf;
    } catch (error) {
      const where = what === "" ? "" : `tokens.${what.slice(1)}: `;
      throw new ExtensionError(`the default export: ${where}${error instanceof Error ? error.message : error}`, index);
    }
  };
  const { locales, tokens = {} } = extension;
  const shelf = locales && shelve({ words: locales }, "");
  const presets = new Map(
    Object.entries(tokens).map(([preset, own]) => [preset, shelve({ tokens: own }, `-${preset}`)]),
  );
  return { name, sha256, url, extension, shelf, presets, gives: tell(extension) };
}

/** The formats of all of them, each with a name of its own. */
function gatherFormats(loaded: readonly Loaded[]): Format[] {
  const owners = new Map(FORMATS.map((format) => [format.name, "ours"]));
  return loaded.flatMap((module, index) =>
    (module.extension.formats ?? []).map((format, at) => {
      const owner = owners.get(format.name);
      if (owner !== undefined) {
        const found = `formats.${at}.name: found “${format.name}”, which is ${owner}`;
        throw new ExtensionError(`${found}; expected a name of its own`, index);
      }
      owners.set(format.name, `that of ${module.name}`);
      return guardFormat(format, module);
    }),
  );
}

function gatherPresets(loaded: readonly Loaded[]): Map<string, string> {
  const all = new Map<string, string>();
  for (const [index, { presets }] of loaded.entries()) {
    for (const [preset, folder] of presets) {
      if (!all.has(preset)) all.set(preset, folder);
      else throw new ExtensionError(`tokens: found “${preset}”, which another has; expected a name of its own`, index);
    }
  }
  return all;
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
function tell({ formats = [], rules = [], remark = [], rehype = [], locales = {}, tokens = {} }: Extension): string {
  return [
    list(
      "formats",
      formats.map(({ name }) => name),
    ),
    list(
      "rules",
      rules.map(({ id }) => id),
    ),
    count(remark.length, "of remark"),
    count(rehype.length, "of rehype"),
    list("words in", Object.keys(locales)),
    list("tokens", Object.keys(tokens)),
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
