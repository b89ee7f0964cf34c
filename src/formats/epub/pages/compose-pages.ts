import { readBody } from "../../../library/store.js";
import { composePattern } from "../../../page/compose.js";
import { drawFormulas } from "../../../page/formulas.js";
import type { Locale } from "../../../page/locale.js";
import type { PatternView } from "../../../page/pattern-view.js";
import { openTemplates } from "../../../page/templates.js";
import type { PrintedPage } from "../../locations.js";
import { adaptPattern } from "../xhtml/index.js";
import { type Desk, type Page, toPages } from "./document.js";
import { writePacked } from "./packed-pages.js";
import { placePageBreaks } from "./page-breaks.js";

/** A pattern to compose; plain data, for a worker thread. */
export interface PatternTask {
  /** The name of its page. */
  file: string;
  view: PatternView;
  bodyPath: string;
  /** Its pages in the printed book. */
  printed: readonly PrintedPage[];
}

/** Some patterns to compose. */
export interface PagesTask {
  /** Where templates are looked for. */
  folders: readonly string[];
  locale: Locale;
  patterns: PatternTask[];
  /** The folder to make for the pages, packed. */
  out: string;
}

/** Composes the pages of some patterns. Of each pattern only the text of its pages is kept, not its tree. */
export async function composePages({ folders, locale, patterns, out }: PagesTask): Promise<void> {
  const desk: Desk = { templates: openTemplates(folders, locale), locale };
  const pages: Page[] = [];
  for (const task of patterns) pages.push(...(await pagesOf(task, desk)));
  await writePacked(out, pages);
}

/** A pattern's page; of a pattern that is too long for one, several. */
async function pagesOf({ file, view, bodyPath, printed }: PatternTask, desk: Desk): Promise<Page[]> {
  const body = readBody(bodyPath);
  const page = composePattern(view, body, { ...desk, numbered: true });
  drawFormulas(page);
  const tree = adaptPattern(page, desk.templates.localeOf(view.language));
  placePageBreaks([tree], printed);
  return toPages({ file, title: `${view.number} ${view.title}`, matter: "bodymatter" }, tree, desk);
}
