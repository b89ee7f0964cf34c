import type { Frame, PageDrawing, TakenMargin } from "../model.js";
import type { Typography } from "../styles/typography.js";
import { writeFixedParts } from "./compile.js";
import { writeFontTable } from "./font-table.js";
import type { OtherLists } from "./numbering.js";
import { openPacker, type Pack } from "./pack.js";
import { keepRecent, type Recent } from "./recent.js";
import { writeSettings } from "./settings.js";
import { writeStyleSheet } from "./style-sheet.js";
import { writeTheme } from "./theme.js";

/** The pages of somebody's document, taken over. Lengths in twips. */
export interface TakenSection {
  width: number;
  height: number;
  sides: Frame["margins"];
  margins: readonly TakenMargin[];
  /** Whether the first page has a header and footer of its own, and every left one. */
  titlePage: boolean;
  /** Lines round the page, numbers beside those of the text. */
  drawing: PageDrawing;
  evenPages: boolean;
}

/** What documents in one language share. */
export interface House {
  type: Typography;
  /** Parts of the package by path: styles, theme, fonts, settings. */
  parts: Readonly<Record<string, string | Uint8Array>>;
  /** Packs what stays the same once for all documents. */
  pack: Pack;
  /** `word/numbering.xml` by the lists in it. */
  numberings: Recent<string>;
  /** Lists that the styles name, beside ours. */
  lists: OtherLists;
  section?: TakenSection;
}

/** Half of the handouts of a library have lists as another has. */
const MOST_NUMBERINGS = 100;

/**
 * Our own house style, by the design tokens.
 * @param language BCP 47
 */
export function furnish(type: Typography, language: string): House {
  return {
    type,
    pack: openPacker(),
    numberings: keepRecent(MOST_NUMBERINGS),
    lists: { kinds: [], instances: [] },
    parts: {
      ...writeFixedParts(),
      "word/styles.xml": writeStyleSheet(type, language),
      "word/settings.xml": writeSettings(language),
      "word/fontTable.xml": writeFontTable(type),
      "word/theme/theme1.xml": writeTheme(type),
    },
  };
}
