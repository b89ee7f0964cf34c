import { W } from "./namespaces.js";
import { element, flag, valued, xmlPart } from "./xml.js";

const WORD = "http://schemas.microsoft.com/office/word";
const COMPATIBILITY = [
  // The layout of Word 2013 and later; without it Word opens a file in compatibility mode ([MS-DOCX], 2.3.3).
  ["compatibilityMode", "15"],
  ["overrideTableStyleFontSizeAndJustification", "1"],
  ["enableOpenTypeFeatures", "1"],
  ["doNotFlipMirrorIndents", "1"],
] as const;

/** How theme colours are called in the text (17.15.1.20). */
const SCHEME = {
  "w:bg1": "light1",
  "w:t1": "dark1",
  "w:bg2": "light2",
  "w:t2": "dark2",
  "w:accent1": "accent1",
  "w:accent2": "accent2",
  "w:accent3": "accent3",
  "w:accent4": "accent4",
  "w:accent5": "accent5",
  "w:accent6": "accent6",
  "w:hyperlink": "hyperlink",
  "w:followedHyperlink": "followedHyperlink",
};

/**
 * `word/settings.xml` (ECMA-376, 17.15).
 * @param language BCP 47
 * @param evenPages whether left pages have headers and footers of their own
 */
export function writeSettings(language: string, evenPages = false): string {
  const compatibility = COMPATIBILITY.map(([name, value]) =>
    element("w:compatSetting", { "w:name": name, "w:uri": WORD, "w:val": value }),
  );
  return xmlPart(
    "w:settings",
    W,
    valued("w:defaultTabStop", 720),
    flag("w:evenAndOddHeaders", evenPages),
    element(
      "w:footnotePr",
      {},
      element("w:footnote", { "w:id": SEPARATORS.separator }),
      element("w:footnote", { "w:id": SEPARATORS.continuationSeparator }),
    ),
    element("w:compat", {}, ...compatibility),
    element("w:themeFontLang", { "w:val": language, "w:eastAsia": "zh-CN", "w:bidi": "ar-SA" }),
    element("w:clrSchemeMapping", SCHEME),
  );
}

/** The ids of the two footnotes that are lines above the others. */
const SEPARATORS = { separator: -1, continuationSeparator: 0 } as const;
