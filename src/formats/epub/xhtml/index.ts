import type { Root } from "hast";
import type { Locale } from "../../../page/locale.js";
import { dropAttributes } from "./attributes.js";
import { listBands } from "./bands.js";
import { markCallouts } from "./callouts.js";
import { mendContent } from "./content-model.js";
import { focusCode } from "./focus.js";
import { settleIds } from "./ids.js";
import { doubleLanguages } from "./languages.js";
import { validateLinks } from "./links.js";
import { markNotes } from "./notes.js";
import type { Pass } from "./pass.js";
import { markPattern } from "./pattern.js";

/** What raw HTML may have left behind goes first; then the rest is said in EPUB's terms. */
const PASSES: readonly Pass[] = [
  mendContent,
  dropAttributes,
  listBands,
  markPattern,
  markNotes,
  markCallouts,
  focusCode,
  validateLinks,
  doubleLanguages,
  settleIds,
];

/** A composed pattern, as hast for print, becomes one for a content document. The tree is edited in place. */
export function adaptPattern(tree: Root, locale: Locale): Root {
  for (const pass of PASSES) pass(tree, locale);
  return tree;
}
