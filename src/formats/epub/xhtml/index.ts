import type { Root } from "hast";
import type { Locale } from "../../../page/locale.js";
import { dropAttributes } from "./attributes.js";
import { listBand } from "./bands.js";
import { markCallout } from "./callouts.js";
import { captionTables } from "./captions.js";
import { markCode, reachFormula } from "./code.js";
import { repairContent } from "./content-model.js";
import { directCode } from "./directions.js";
import { nameDrawing, sizePicture } from "./drawings.js";
import { nameBook } from "./elsewhere.js";
import { settleIds } from "./ids.js";
import { doubleLanguage } from "./languages.js";
import { validateLink } from "./links.js";
import { markNotes } from "./notes.js";
import { type ElementPass, eachElement } from "./pass.js";
import { markPattern } from "./pattern.js";
import { markSections } from "./sections.js";
import { markShape } from "./shapes.js";

const PASSES: readonly ElementPass[] = [
  listBand,
  markPattern,
  markNotes,
  nameDrawing,
  sizePicture,
  markCallout,
  markCode,
  reachFormula,
  markShape,
  nameBook,
  validateLink,
  doubleLanguage,
];

/** A composed pattern, as hast for print, becomes one for a content document. The tree is edited in place. */
export function adaptPattern(tree: Root, locale: Locale): Root {
  // What raw HTML may have left behind goes first; then the rest is said in EPUB's terms.
  repairContent(tree);
  eachElement(tree, dropAttributes);
  eachElement(tree, (element) => {
    for (const pass of PASSES) pass(element, locale);
  });
  directCode(tree, locale);
  markSections(tree);
  captionTables(tree);
  settleIds(tree);
  return tree;
}
