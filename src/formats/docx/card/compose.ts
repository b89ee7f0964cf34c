import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Body } from "../../../library/pattern.js";
import { gatherEssence } from "../../../page/essence/index.js";
import type { CardView } from "../../card-view.js";
import type { Desk } from "../desk.js";
import { pictureCode } from "../qr-picture.js";
import { measureCard } from "../styles/cards.js";
import { PIXEL } from "../styles/measures.js";
import type { LoadedPicture } from "../write/parts.js";
import { layOutCard } from "./fill-card.js";
import { SHEETS } from "./sheet.js";

/** A card as hast, and the picture in it. */
export interface ComposedCard {
  tree: Root;
  pictures: Map<string, LoadedPicture>;
}

/** Between the code and what stands beside it, in twips. */
const CODE_GAP = 200;

/** Sets the essence of a pattern by `handout/card.liquid`. */
export function composeCard(
  view: CardView,
  body: Body,
  paper: keyof typeof SHEETS,
  { templates, type }: Desk,
): ComposedCard {
  const essence = gatherEssence(body, view);
  const made = view.pageUrl === null ? undefined : pictureCode(view.pageUrl);
  const code = made && { ...made, src: `code:${view.pageUrl}` };
  const foot = [view.license, view.attribution].filter(Boolean).join(" · ");
  const layout = layOutCard(essence, view, {
    sheet: SHEETS[paper],
    measures: measureCard(type),
    code: code ? Math.round(code.size) * PIXEL + CODE_GAP : 0,
    foot,
    signs: templates.signs(view.language),
  });
  const { words } = templates.localeOf(view.language);
  const html = templates.render("handout/card", { card: view, layout, code: code ?? null, foot, words });
  return { tree: fromHtml(html, { fragment: true }), pictures: new Map(code ? [[code.src, code.picture]] : []) };
}
