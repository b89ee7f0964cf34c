import type { Cache } from "./formats/format.js";
import type { Library } from "./library/pattern.js";
import type { Finding } from "./library/rules/rule.js";
import type { Drawing } from "./page/drawing.js";
import type { Templates } from "./page/templates.js";

export interface DrawOptions {
  cache: Cache;
  templates: Templates;
  report(finding: Finding): void;
  progress(message: string): void;
}

/** Draws every Mermaid block of the library; one that does not parse is reported and stays code. */
export async function draw(library: Library, options: DrawOptions): Promise<Map<string, Drawing>> {
  return new Map();
}
