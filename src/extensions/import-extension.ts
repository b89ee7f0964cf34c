import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { contract, describeMisfit } from "./contract.js";
import type { Extension } from "./extension.js";
import { findSyntaxError } from "./syntax-error.js";

/**
 * Runs a module and takes its default export.
 * @param url its address
 * @param folder the configuration's: messages name paths from there
 * @param files it and what it imports
 * @throws Error with a message that says what was found and expected
 */
export async function importExtension(url: string, folder: string, files: readonly string[] = []): Promise<Extension> {
  const module: object = await import(url).catch((error: unknown) => {
    throw new Error(describeFailure(error, folder, files));
  });
  if (!("default" in module)) {
    const names = Object.keys(module);
    const found = names.length === 0 ? "no export" : `only the exports ${names.join(", ")}`;
    throw new Error(`found ${found}; expected export default { … }`);
  }
  const { default: extension } = module;
  const { success, error } = contract.safeParse(extension);
  if (!success) throw new Error(`the default export: ${describeMisfit(error, extension)}`);
  return extension as Extension; // as the contract has it
}

/** Why a module cannot be run, and where that is known, in which line. */
function describeFailure(error: unknown, folder: string, files: readonly string[]): string {
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  if (process.env.PATTERN_PRESS_TRACE) console.error(stack);
  const root = realpathSync(folder);
  const ours = (text: string): string =>
    text
      .replaceAll(`${pathToFileURL(root).href}/`, "./")
      .replaceAll(`${root}/`, "./")
      .replaceAll(`${folder}/`, "./");
  const [first = ""] = message.split("\n");
  const trace = name === "SyntaxError" ? (findSyntaxError(files) ?? stack) : stack;
  const [, place] = /(?:^|[\s(])(\.\/[^\s()]+?:\d+)/.exec(ours(trace.replace(message, ""))) ?? [];
  const at = place === undefined ? "" : ` at ${place}`;
  return `found a module that cannot be run (${name}: ${ours(first)}${at}); expected one that runs in node ${process.versions.node}`;
}
