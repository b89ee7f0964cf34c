import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { nearestName } from "../library/nearest-name.js";
import { OWN_TEMPLATES, templateFolders } from "../page/template-files.js";
import { readTokens } from "../page/tokens.js";
import { describeTheme } from "../restyling/describe-theme.js";
import { listTemplates } from "../restyling/house-files.js";
import { startTheme } from "../restyling/starting-files.js";
import { calledAs } from "./called-by-npx.js";
import { UsageError } from "./usage-error.js";

export interface ThemeOptions {
  copy?: string;
}

/**
 * `pattern-press theme`: prints what a theme can change; with a folder it writes that there, and files to begin with.
 * Returns the exit status.
 */
export async function runTheme(folder: string | undefined, { copy }: ThemeOptions): Promise<number> {
  const copied = copy === undefined ? [] : copy.split(",").map(findOurs);
  if (folder === undefined) {
    if (copied.length > 0) throw new UsageError(`--copy goes with a folder: ${calledAs()} theme FOLDER --copy ${copy}`);
    console.log(describeTheme(readTokens(templateFolders(undefined))));
    return 0;
  }
  const written: string[] = [];
  for (const [path, text] of startTheme(copied)) {
    const file = join(folder, path);
    // What is there is somebody's; only what was asked for by name is missed.
    if (existsSync(file) && !copied.includes(path)) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
      throw new UsageError(`${file} is there already; move it away, or leave it out of --copy`);
    });
    written.push(path);
  }
  const made = written.length === 0 ? "Everything was there" : `Wrote ${written.join(", ")}`;
  console.log(`${made} in ${folder}. README.md lists what a theme can change.

  Name the folder in book.yaml:  templates: ${folder}
  Then look at what you change:  ${calledAs()} build --format pdf`);
  return 0;
}

function findOurs(written: string): string {
  const known = listTemplates(OWN_TEMPLATES);
  const path = written.trim();
  const found = [path, `${path}.liquid`].find((one) => known.includes(one));
  if (found !== undefined) return found;
  const nearest = nearestName(path, known);
  const meant = nearest === undefined ? `${calledAs()} theme lists them` : `did you mean “${nearest}”?`;
  throw new UsageError(`--copy ${path}: there is no such template; ${meant}`);
}
