import { readFile, writeFile } from "node:fs/promises";
import type { Body } from "../../../library/pattern.js";
import { composePattern } from "../../../page/compose.js";
import type { Locale } from "../../../page/locale.js";
import { openTemplates } from "../../../page/templates.js";
import type { PatternView } from "../../../page/view.js";
import { patternFile } from "../files.js";
import { adaptPattern } from "../xhtml/index.js";
import { type Page, toPage } from "./document.js";

/** Some patterns to compose; plain data, for a worker thread. */
export interface PagesTask {
  /** Where templates are looked for. */
  folders: readonly string[];
  locale: Locale;
  patterns: { view: PatternView; bodyPath: string; linkedData: string }[];
  /** Where to write the pages, as JSON. */
  out: string;
}

/** Composes the pages of some patterns. Of each pattern only the text of its page is kept, not its tree. */
export async function composePages({ folders, locale, patterns, out }: PagesTask): Promise<void> {
  const templates = openTemplates(folders, locale.language);
  const pages: Page[] = [];
  for (const { view, bodyPath, linkedData } of patterns) {
    const body: Body = JSON.parse(await readFile(bodyPath, "utf8"));
    const tree = adaptPattern(composePattern(view, body, { templates, locale }), locale);
    const head = { file: patternFile(view.slug), title: view.title, matter: "bodymatter", linkedData } as const;
    pages.push(toPage(head, tree, { templates, locale }));
  }
  await writeFile(out, JSON.stringify(pages));
}
