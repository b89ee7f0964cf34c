import { type Config, ConfigError, placeInConfig } from "../config/read-config.js";
import { readLocale } from "../page/locale.js";
import { misplaced } from "../page/override-words.js";
import { TemplateError, templateFolders } from "../page/template-files.js";
import type { Words } from "../page/words.js";

/** Throws ConfigError, with file:line:column, where a key of `words` names what is no single word. */
export async function judgeWords(
  { book: { language }, languages, templates, words: own }: Pick<Config, "book" | "languages" | "templates" | "words">,
  file: string,
): Promise<void> {
  const words = Object.keys(own).length > 0 ? wordsIn(templateFolders(templates), language) : undefined;
  if (!words) return;
  const faults: string[] = [];
  for (const key of Object.keys(own)) {
    const fault = misplaced(words, key);
    if (!fault) continue;
    const inLanguages = Object.keys(languages).map((tag) => ["languages", tag, "words", key]);
    const place = await placeInConfig(file, ["words", key], ...inLanguages);
    faults.push(`${place}: words.${key}: ${fault.found}; expected ${fault.expected}`);
  }
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
}

/** What is wrong with a locale file is told where its words are wanted. */
function wordsIn(folders: readonly string[], language: string): Words | undefined {
  try {
    return readLocale(folders, language, {}).words;
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}
