import { type Locale, readLocale } from "../../page/locale.js";
import { openTemplates, type Templates } from "../../page/templates.js";
import { type Typography, toTypography } from "./styles/typography.js";
import type { Series } from "./task.js";

/** What a thread keeps open from one handout to the next. */
export interface Desk {
  templates: Templates;
  locale: Locale;
  type: Typography;
}

/**
 * The one piece of state of a worker thread. Reading and compiling the templates costs more than a handout does, and a
 * thread is handed nothing but plain data: so it keeps the last desk, under all that it was made from.
 */
let kept: { key: string; desk: Desk } | undefined;

export function openDesk({ folders, fingerprint, language, words }: Series): Desk {
  const key = JSON.stringify([folders, fingerprint, language, words]);
  if (kept?.key !== key) {
    const templates = openTemplates(folders, language);
    kept = {
      key,
      desk: { templates, locale: readLocale(folders, language, words), type: toTypography(templates.tokens) },
    };
  }
  return kept.desk;
}
