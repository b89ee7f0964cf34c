import { type Config, placeInConfig } from "../config/read-config.js";
import type { Library } from "../library/library.js";
import type { NumberedPattern } from "../library/pattern.js";
import type { Finding } from "../library/rules/rule.js";
import { countBorrowed, hasLocale, readLocale } from "../page/locale.js";
import { templateFolders } from "../page/template-files.js";

/**
 * Which words of the interface come from English since the language of the book has none, and which languages of patterns
 * have no signs of their own.
 * @param file the configuration's, where there is one
 */
export async function inspectWords(library: Library, config: Config, file: string | undefined): Promise<Finding[]> {
  const { book, templates, shelves, words } = config;
  const folders = templateFolders(templates, shelves);
  const { words: all, borrowed } = countBorrowed(readLocale(folders, book.language, words));
  const findings: Finding[] = [];
  if (borrowed > 0) {
    const at = file === undefined ? "" : `${await placeInConfig(file, ["book", "language"])}: `;
    const share = borrowed === all ? `all ${all} words` : `${borrowed} of the ${all} words`;
    const { verb, name } = localeFile(book.language, folders);
    findings.push({
      ...FINDING,
      found: `${at}book.language: ${share} of the interface come from English; they are not there in ${book.language}${nameOf(book.language)}`,
      expected: "words in the language of the book",
      mend: `${verb} ${name} in the folder that \`templates\` names, with the keys of en.yaml, or write single words under \`words\` in book.yaml; until then the English ones say that they are English (lang="en")`,
    });
  }
  const silent = [...groupByLanguage(library.patterns)].filter(
    ([language]) => language !== book.language && !hasLocale(folders, language),
  );
  return [...findings, ...silent.map(([language, patterns]) => lacksSigns(language, patterns))];
}

const FINDING = { rule: "languages-have-words", severity: "warning" } as const;

function lacksSigns(language: string, [first, ...others]: readonly NumberedPattern[]): Finding {
  const count = others.length === 0 ? "a pattern" : `${others.length + 1} patterns`;
  return {
    ...FINDING,
    ...(first ? { file: first.source.path } : {}),
    found: `language: ${count} in ${language}${nameOf(language)}, of which no word of the interface and no sign is known: quotation marks and apostrophes are set as in English, and what stands round the text is in the language of the book`,
    expected: "a language with a locale file",
    mend: `correct the language, or add locales/${language}.yaml in the folder that \`templates\` names, with \`quotation_marks\` and \`elisions\` at least`,
  };
}

function localeFile(language: string, folders: readonly string[]): { verb: string; name: string } {
  return { verb: hasLocale(folders, language) ? "complete" : "add", name: `locales/${language}.yaml` };
}

function groupByLanguage(patterns: readonly NumberedPattern[]): Map<string, NumberedPattern[]> {
  const groups = new Map<string, NumberedPattern[]>();
  for (const pattern of patterns) {
    const { language } = pattern;
    if (language !== undefined) groups.set(language, [...(groups.get(language) ?? []), pattern]);
  }
  return groups;
}

/** ` (Finnish)`; nothing for what is no tag of BCP 47, or has no name. */
function nameOf(language: string): string {
  try {
    const name = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(language);
    return name === undefined ? "" : ` (${name})`;
  } catch {
    return "";
  }
}
