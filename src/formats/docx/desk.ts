import { readFileSync } from "node:fs";
import { type Locale, readLocale } from "../../page/locale.js";
import { openTemplates, type Templates } from "../../page/templates.js";
import { refurnish } from "./reference/index.js";
import { type Typography, toTypography } from "./styles/typography.js";
import type { Series } from "./task.js";
import { furnish, type House } from "./write/house.js";

/** What a thread keeps open from one handout to the next. */
export interface Desk {
  templates: Templates;
  type: Typography;
  locale: Locale;
  /** Styles, theme and settings of documents in a language. */
  house(language: string): House;
}

/**
 * The one piece of state of a worker thread. Reading the templates and writing the styles costs more than a handout
 * does, and a thread can be given plain data only. So it keeps the last desk, with a key of everything it was made
 * from.
 */
let kept: { key: string; desk: Desk } | undefined;

export function openDesk({ folders, fingerprint, language, words, reference }: Series): Desk {
  const key = JSON.stringify([folders, fingerprint, language, words, reference]);
  if (kept?.key === key) return kept.desk;
  const locale = readLocale(folders, language, words);
  const templates = openTemplates(folders, locale);
  const type = toTypography(templates.tokens);
  const archive = reference === null ? undefined : readFileSync(reference);
  const furnishFor = (written: string): House => {
    const own = furnish(type, written);
    return archive ? refurnish(own, archive, written) : own;
  };
  const houses = new Map<string, House>();
  const desk: Desk = {
    templates,
    type,
    locale,
    house(written) {
      const house = houses.get(written) ?? furnishFor(written);
      houses.set(written, house);
      return house;
    },
  };
  kept = { key, desk };
  return desk;
}
