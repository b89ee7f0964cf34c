import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { temporaryFolder } from "../machine/temporary.js";
import { readLocale } from "../page/locale.js";
import { OWN_TEMPLATES, TemplateError } from "../page/template-files.js";
import { readTokens } from "../page/tokens.js";
import type { Extension } from "./extension.js";
import { isWithin } from "./locate.js";

/** What an extension has of words, or one of its presets, as the folder of templates that holds the same. */
export interface Shelf {
  words?: NonNullable<Extension["locales"]>;
  tokens?: object;
}

/** A folder for shelves, which is gone with the process. */
export function openShelves(): string {
  const root = mkdtempSync(join(temporaryFolder(), "pattern-press-extensions-"));
  process.once("exit", () => rmSync(root, { recursive: true, force: true }));
  return root;
}

/**
 * Writes words and tokens as a folder of templates has them, so that they are read as any other's: by threads too.
 * @param shelf a folder that is not there yet
 * @param module the extension's file: its fonts lie beside it
 * @param folder the configuration's
 * @throws Error where words are none, or tokens: the message says which
 */
export function writeShelf(
  shelf: string,
  { words = {}, tokens }: Shelf,
  { module, folder }: { module: string; folder: string },
): void {
  mkdirSync(join(shelf, "locales"), { recursive: true });
  // What JSON can say YAML can.
  for (const [tag, own] of Object.entries(words))
    writeFileSync(join(shelf, `locales/${tag}.yaml`), JSON.stringify(own));
  if (tokens) {
    writeFileSync(join(shelf, "tokens.yaml"), JSON.stringify(tokens, null, 1));
    for (const font of listFiles(tokens)) copyFont(font, { shelf, module, folder });
  }
  examine(shelf, Object.keys(words));
}

function examine(shelf: string, tags: readonly string[]): void {
  const folders = [shelf, OWN_TEMPLATES];
  try {
    for (const tag of tags) readLocale(folders, tag, {});
    readTokens(folders);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const [first = ""] = error.message.split("\n");
    // Where in a file that nobody wrote is no place.
    throw new Error(
      first.replace(/^\S*tokens\.yaml(?::\d+:\d+)?: /, "").replace(/^locales\/(\S+)\.yaml: /, "locales.$1: "),
    );
  }
}

/** Every file of a font that tokens name, and its licence. */
function listFiles(value: unknown): string[] {
  if (typeof value === "string") return /^\.\.?\//.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(listFiles) : [];
}

function copyFont(font: string, { shelf, module, folder }: { shelf: string; module: string; folder: string }): void {
  const path = resolve(dirname(module), font);
  const isOurs = !font.split("/").includes("..") && existsSync(path) && isWithin(folder, path);
  if (!isOurs) throw new Error(`tokens: found the file ${font}; expected one that lies beside the module or below it`);
  mkdirSync(dirname(join(shelf, font)), { recursive: true });
  copyFileSync(path, join(shelf, font));
}
