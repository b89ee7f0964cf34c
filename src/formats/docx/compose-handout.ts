import type { Root } from "hast";
import type { Body } from "../../library/pattern.js";
import { composePattern } from "../../page/compose.js";
import type { PatternView } from "../../page/pattern-view.js";
import type { Desk } from "./desk.js";
import { divideTables } from "./divide-tables.js";
import { pictureCode } from "./qr-picture.js";
import type { SheetPart } from "./sheet/settings.js";
import { PAPERS } from "./styles/measures.js";
import type { Series } from "./task.js";
import type { LoadedPicture } from "./write/parts.js";

/** A handout as hast, and the picture that is drawn for it. */
export interface ComposedHandout {
  tree: Root;
  pictures: Map<string, LoadedPicture>;
}

/**
 * Sets a pattern by `handout/handout.liquid`, with the code that opens its page on the web.
 * @param sheet what stands on its sheet, where that is made: by `handout/sheet.liquid`
 */
export function composeHandout(
  view: PatternView,
  body: Body,
  { rights, paper }: Series,
  { templates, locale }: Pick<Desk, "templates" | "locale">,
  sheet?: readonly SheetPart[],
): ComposedHandout {
  const made = view.pageUrl === null ? undefined : pictureCode(view.pageUrl);
  const src = `code:${view.pageUrl}`;
  const code = made ? { src, size: made.size } : null;
  const tree = composePattern(view, body, {
    templates,
    locale,
    template: sheet ? "handout/sheet" : "handout/handout",
    besides: { code, rights, ...(sheet ? { sheet } : {}) },
  });
  divideTables(tree, PAPERS[paper].full, templates.localeOf(view.language));
  return { tree, pictures: new Map(made ? [[src, made.picture]] : []) };
}
