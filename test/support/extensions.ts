import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadExtensions } from "../../src/extensions/load.js";
import { ROOT } from "./editions.js";

/** Writes files, by their paths below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The modules that docs/extend.md shows, by their names, as they stand there. */
export function documentedModules(): Record<string, string> {
  const page = readFileSync(join(ROOT, "docs/extend.md"), "utf8");
  const blocks = page.matchAll(/^```js\n\/\/ (\S+)\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, name = "", text = ""]) => [name, `// ${name}\n${text}`]));
}

/** What is said of an extension that is not as it should be; undefined where it is loaded. */
export function refusal(folder: string, ...written: string[]): Promise<string | undefined> {
  return loadExtensions(folder, written).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

/** A pattern's file. */
export function patternFile(title: string, text = "Words of it."): string {
  const slug = title.toLowerCase().replaceAll(" ", "-");
  return `---\nslug: ${slug}\ntitle: ${title}\nmodified: 2026-01-01T00:00:00Z\n---\n\n${text}\n`;
}
