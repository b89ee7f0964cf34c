import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** The files of a folder of templates, by their paths in it, with forward slashes; hidden ones are nobody's. */
export function listTemplates(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .filter((path) => !/(^|\/)(\.|node_modules\/)/.test(path))
    .sort();
}

/** The text of a template, by its path in a folder. */
export function readTemplate(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

const CALL = /\{%-?\s*(?:render|include|layout)\s+["']([^"']+?)(?:\.liquid)?["']/g;

/** The templates that one renders, without `.liquid`. */
export function listCalls(text: string): string[] {
  return [...text.matchAll(CALL)].map(([, name = ""]) => name);
}
