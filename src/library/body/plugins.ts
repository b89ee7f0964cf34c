import type { Root as Hast } from "hast";
import type { Root as Mdast } from "mdast";
import { type Processor, type Transformer, unified } from "unified";
import { type Failure, SourceError } from "../failure.js";
import type { Observation } from "../pattern.js";
import { markdownWith } from "./markdown.js";

/** The file that a tree is of, as plugins see it: they may say something of it. */
type VFile = Parameters<Transformer>[1];
/** What a plugin does with a tree: changes it, or gives another in its place, at once. */
type Transform = (tree: never, file: VFile) => unknown;
/** A plugin of unified: sets its processor up, and may give back what is to be done with each tree. */
export type Attach = (this: Processor, ...options: unknown[]) => unknown;

/** A plugin of an extension, with its options. */
export interface NamedPlugin {
  /** What messages call it: “remark.0 of ./mine.mjs”. */
  name: string;
  attach: Attach;
  options: readonly unknown[];
}

/** What extensions do with every body: with its Markdown, and with its HTML before it is looked through. */
export interface Plugins {
  remark: readonly NamedPlugin[];
  rehype: readonly NamedPlugin[];
}

export const NO_PLUGINS: Plugins = { remark: [], rehype: [] };

/** Plugins made ready for the body of one file. */
export interface OpenPlugins {
  /** Markdown with whatever syntax they bring. */
  parse(text: string): Mdast;
  changeMarkdown(tree: Mdast): Mdast;
  changeHtml(tree: Hast): Hast;
  /** What they say of the file (`file.message`). */
  observations: Observation[];
}

/**
 * @param path of the file, relative to the library's folder
 * @param value the file's own text
 * @returns undefined where there are none
 */
export function openPlugins({ remark, rehype }: Plugins, path: string, value: string): OpenPlugins | undefined {
  if (remark.length + rehype.length === 0) return undefined;
  const observations: Observation[] = [];
  const hear = ({ messages }: VFile): void => {
    for (const { reason, place, line, column, source, ruleId } of messages.splice(0)) {
      const start = place && "start" in place ? place.start : place;
      const at = start ?? (line && column ? { line, column } : undefined);
      const by = [source, ruleId].filter(Boolean).join(":");
      observations.push({
        rule: "plugins-have-no-remarks",
        found: reason,
        ...(by === "" ? {} : { detail: by }),
        ...(at ? { place: { line: at.line, column: at.column } } : {}),
      });
    }
  };
  const listen = () => (_: unknown, file: VFile) => hear(file);
  const markdown = markdownWith([...remark.map(wrap), listen]);
  const html = unified()
    .use([...rehype.map(wrap), listen])
    .freeze();
  return {
    parse: (text) => markdown.parse(text),
    // Each plugin's answer is checked: it must be a root, like the tree that it was given.
    changeMarkdown: (tree) => (remark.length === 0 ? tree : (markdown.runSync(tree, { path, value }) as Mdast)),
    changeHtml: (tree) => (rehype.length === 0 ? tree : (html.runSync(tree, { path, value }) as Hast)),
    observations,
  };
}

/** The same plugin, wrapped so that its errors are reported as faults of its extension. */
function wrap({ name, attach, options }: NamedPlugin) {
  return function (this: Processor) {
    const transform = blaming(name, () => attach.call(this, ...options));
    if (transform === undefined || transform === null) return undefined;
    if (typeof transform !== "function") throw fault(name, new Error("it gave back no function"));
    return <Tree extends Mdast | Hast>(tree: Tree, file: VFile): Tree =>
      blaming(name, () => settle(tree, (transform as Transform)(tree as never, file))); // it takes what it was written for
  };
}

function settle<Tree extends Mdast | Hast>(tree: Tree, given: unknown): Tree {
  if (given === undefined || given === null) return tree;
  if (given instanceof Promise) {
    given.catch(() => {});
    throw new Error("it gave back a promise; expected a plugin that does its work at once");
  }
  if (given instanceof Error) throw given;
  if (typeof given === "object" && "type" in given && given.type === "root" && "children" in given) {
    return given as Tree; // a root takes the place of a root
  }
  throw new Error("it gave back something else than a tree");
}

function blaming<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw fault(name, error);
  }
}

function fault(name: string, error: unknown): SourceError {
  return error instanceof SourceError ? error : new SourceError(describePluginFault(`the plugin ${name}`, error));
}

/** @param name `the plugin remark.0 of ./mine.mjs` */
export function describePluginFault(name: string, error: unknown): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (process.env.PATTERN_PRESS_TRACE) console.error(`${name}: ${stack ?? message}`);
  return {
    rule: "extensions-do-not-fail",
    variant: "plugin",
    values: { name },
    found: `a text that ${name} fails with (${message.split("\n")[0] ?? ""})`,
    expected: "a plugin that takes every text; the fault is the extension's, not the file's",
    mend: "fix the extension (PATTERN_PRESS_TRACE=1 shows where it fails), or take it out of extend; until then the file is in no edition",
  };
}
