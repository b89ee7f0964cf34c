import { type Locale, readLocale } from "../../page/locale.js";
import { openTemplates, type Templates } from "../../page/templates.js";
import { type Typography, toTypography } from "./styles/typography.js";
import type { Series } from "./task.js";
import { writeStyleSheet } from "./write/style-sheet.js";

/** What a thread keeps open from one handout to the next. */
export interface Desk {
  templates: Templates;
  locale: Locale;
  type: Typography;
  /** `word/styles.xml` for handouts in a language. */
  styleSheet(language: string): Promise<string>;
}

/**
 * The one piece of state of a worker thread. Reading the templates and writing the styles costs more than a handout does,
 * and a thread is handed nothing but plain data: so it keeps the last desk, under all that it was made from.
 */
let kept: { key: string; desk: Desk } | undefined;

export function openDesk({ folders, fingerprint, language, words }: Series): Desk {
  const key = JSON.stringify([folders, fingerprint, language, words]);
  if (kept?.key === key) return kept.desk;
  const templates = openTemplates(folders, language);
  const type = toTypography(templates.tokens);
  const sheets = new Map<string, Promise<string>>();
  const desk: Desk = {
    templates,
    type,
    locale: readLocale(folders, language, words),
    styleSheet(written) {
      const sheet = sheets.get(written) ?? writeStyleSheet(type, written);
      sheets.set(written, sheet);
      return sheet;
    },
  };
  kept = { key, desk };
  return desk;
}
