import { readConfig } from "../config/read-config.js";

/** What the extensions of a configuration add, for help: the names of their formats, and a line on each. */
export interface ExtensionHelp {
  formats: readonly string[];
  text: string;
}

/** @param file the configuration's; one that cannot be read is said to be so: help is shown all the same */
export async function describeExtensions(file: string): Promise<ExtensionHelp> {
  try {
    const { modules, formats } = (await readConfig(file)).extended;
    const width = Math.max(...modules.map(({ name }) => name.length));
    const lines = modules.map(({ name, gives }) => `  ${name.padEnd(width)}  ${gives || "nothing"}`);
    return { formats: formats.map(({ name }) => name), text: `\nExtensions of ${file}:\n${lines.join("\n")}` };
  } catch (error) {
    return {
      formats: [],
      text: `\nThe extensions of ${file} cannot be read:\n  ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
