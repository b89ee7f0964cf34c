import type { Typography } from "../styles/typography.js";
import type { House } from "./document.js";
import { writeFontTable } from "./font-table.js";
import { writeSettings } from "./settings.js";
import { writeStyleSheet } from "./style-sheet.js";
import { writeTheme } from "./theme.js";

/**
 * Our own house style, by the design tokens.
 * @param language BCP 47
 */
export function furnish(type: Typography, language: string): House {
  return {
    type,
    parts: {
      "word/styles.xml": writeStyleSheet(type, language),
      "word/settings.xml": writeSettings(language),
      "word/fontTable.xml": writeFontTable(type),
      "word/theme/theme1.xml": writeTheme(type),
    },
  };
}
