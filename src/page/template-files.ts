import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";

/** The templates that come with the program. */
export const OWN_TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));

/** A template that cannot be read or rendered; the message names file and line. */
export class TemplateError extends Error {}

/**
 * Where templates are looked for, the user's folder first.
 * @param between folders of what extensions bring
 */
export function templateFolders(own: string | undefined, between: readonly string[] = []): string[] {
  return [...(own ? [own] : []), ...between, OWN_TEMPLATES];
}

/** The path of a template file; the first folder that has it wins. */
export function findTemplate(folders: readonly string[], name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** A YAML file among the templates; undefined when no folder has it. Throws TemplateError when it is not YAML. */
export function readTemplateYaml(folders: readonly string[], name: string): Record<string, unknown> | undefined {
  const path = findTemplate(folders, name);
  if (!path) return undefined;
  const document = parseDocument(readFileSync(path, "utf8"));
  const [error] = document.errors;
  if (error) throw new TemplateError(`${path}: ${error.message}`);
  return document.toJS() ?? {};
}
