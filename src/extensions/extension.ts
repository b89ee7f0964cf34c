import type { Pluggable } from "unified";
import type { Format } from "../formats/format.js";
import type { Rule } from "../library/rules/rule.js";
import type { Words } from "../page/words.js";

/**
 * What a module that `extend` in book.yaml names adds to the program: its default export.
 *
 *     /** @type {import("pattern-press").Extension} *\/
 *     export default { rules: [titlesAreShort] };
 */
export interface Extension {
  /** Editions beside ours, each with a name of its own: `--format NAME` makes it. */
  formats?: readonly ExtensionFormat[];
  /** What else should hold in the library; silenced, lowered and raised by `rules` in book.yaml like ours. */
  rules?: readonly Rule[];
  /** Plugins for the Markdown of every body: those of remark, each alone or with its options. They work at once. */
  remark?: readonly Pluggable[];
  /** Plugins for its HTML, before that is cut down to what every edition can hold: those of rehype. */
  rehype?: readonly Pluggable[];
  /** Words of the interface by language, over ours: `{ fi: { contents: "Sisällys" } }`. */
  locales?: Readonly<Record<string, Words>>;
  /** Design tokens by the names that `tokens` in book.yaml chooses from, over ours. */
  tokens?: Readonly<Record<string, object>>;
}

/** What makes an edition; whatever it does not define works as in our formats. */
export type ExtensionFormat = Pick<Format, "name" | "uses" | "needs" | "gives" | "begin" | "render">;

/** Part of an extension, which other threads load for themselves. */
export interface PluginModule {
  /** As messages call it: `./mine.mjs`. */
  name: string;
  /** Its address on this machine. */
  url: string;
  /** The configuration's folder. */
  folder: string;
}

/** What a configuration's extensions add, all together. */
export interface Extended {
  formats: readonly Format[];
  /** Folders of templates that hold their words, the later over the earlier ones. */
  words: readonly string[];
  /** The same of presets, by their names. */
  presets: ReadonlyMap<string, string>;
  rules: readonly Rule[];
  /** Those that have plugins for bodies. */
  plugins: readonly PluginModule[];
  /** Changes with the modules that have plugins, and all that they import. */
  pluginsKey: string;
  /** Every module, in its order. */
  modules: readonly ExtensionModule[];
}

export interface ExtensionModule {
  /** Its path from the configuration's folder. */
  name: string;
  /** SHA-256 over the module and all that it imports, hex. */
  sha256: string;
  /** What it gives, in words: `rules titles-are-short; 1 plugin of remark`. */
  gives: string;
}

export const NOT_EXTENDED: Extended = {
  formats: [],
  words: [],
  presets: new Map(),
  rules: [],
  plugins: [],
  pluginsKey: "",
  modules: [],
};
