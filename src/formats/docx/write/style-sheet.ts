import { characterStyles } from "../styles/characters.js";
import { CHARACTER_STYLES, PARAGRAPH_STYLES, TABLE_STYLES } from "../styles/names.js";
import { paragraphStyles } from "../styles/paragraphs.js";
import type { Border, ParagraphFormat, RunFormat, Style } from "../styles/style.js";
import { CELL_GAP, type TableFormat, tableStyles } from "../styles/tables.js";
import type { Typography } from "../styles/typography.js";
import { W } from "./namespaces.js";
import { numberOf, STYLE_LISTS } from "./numbering.js";
import { themeColour, themeFont } from "./theme.js";
import { element, flag, valued, xmlPart } from "./xml.js";

/** What Word takes where a run, table or list names no style (ECMA-376, 17.7.4.17). */
const DEFAULTS =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>';

/**
 * `word/styles.xml`: the styles of a handout, and no others (ECMA-376, 17.7). Their fonts and colours are the theme's.
 * @param language BCP 47
 */
export function writeStyleSheet(type: Typography, language: string): string {
  return xmlPart(
    "w:styles",
    W,
    writeDefaults(type, language),
    DEFAULTS,
    ...Object.entries(paragraphStyles(type)).map(([id, style]) => writeParagraphStyle(id, style, type)),
    ...Object.entries(characterStyles(type)).map(([id, run]) =>
      element(
        "w:style",
        { "w:type": "character", "w:styleId": id },
        valued("w:name", CHARACTER_STYLES[id as keyof typeof CHARACTER_STYLES]), // the keys of the table of names
        valued("w:basedOn", "DefaultParagraphFont"),
        writeRunFormat(run, type),
      ),
    ),
    ...Object.entries(tableStyles(type)).map(([id, format]) => writeTableStyle(id, format, type)),
  );
}

/** A lone first or last line is kept with its paragraph, in every style. */
function writeDefaults(type: Typography, language: string): string {
  const lang = element("w:lang", { "w:val": language, "w:eastAsia": "zh-CN", "w:bidi": language });
  const run = writeRunFormat({ font: "text", size: type.size.text }, type, lang);
  return element(
    "w:docDefaults",
    {},
    element("w:rPrDefault", {}, run),
    element("w:pPrDefault", {}, "<w:pPr><w:widowControl/></w:pPr>"),
  );
}

function writeParagraphStyle(id: string, { basedOn, next, paragraph, run }: Style, type: Typography): string {
  return element(
    "w:style",
    { "w:type": "paragraph", "w:default": id === "Normal" ? 1 : undefined, "w:styleId": id },
    valued("w:name", PARAGRAPH_STYLES[id as keyof typeof PARAGRAPH_STYLES]), // the keys of the table of names
    valued("w:basedOn", basedOn),
    valued("w:next", next),
    "<w:qFormat/>",
    paragraph ? writeParagraphFormat(paragraph, type) : "",
    run ? writeRunFormat(run, type) : "",
  );
}

/** `w:pPr` in the order of its schema (17.3.1.26). */
function writeParagraphFormat(format: ParagraphFormat, type: Typography): string {
  const { spacing, indent, border, tab, keepNext, keepLines, outlineLevel, numbering } = format;
  return element(
    "w:pPr",
    {},
    flag("w:keepNext", keepNext),
    flag("w:keepLines", keepLines),
    numbering ? numberOf(STYLE_LISTS[numbering], 0) : "",
    border ? writeBorders(border, type) : "",
    tab === undefined ? "" : element("w:tabs", {}, element("w:tab", { "w:val": "left", "w:pos": tab })),
    spacing
      ? element("w:spacing", {
          "w:before": spacing.before,
          "w:after": spacing.after,
          "w:line": spacing.line,
          "w:lineRule": spacing.lineRule,
        })
      : "",
    indent ? element("w:ind", { "w:left": indent.left, "w:right": indent.right, "w:hanging": indent.hanging }) : "",
    valued("w:outlineLvl", outlineLevel),
  );
}

function writeUnderline(underline: RunFormat["underline"], { colours }: Typography): string {
  if (underline === undefined) return "";
  if (underline === "none") return valued("w:u", underline);
  return element("w:u", {
    "w:val": "single",
    "w:color": colours[underline],
    ...themeColour("w:themeColor", underline),
  });
}

/** `w:rPr` in the order of its schema (17.3.2.28), with what comes last. */
function writeRunFormat(format: RunFormat, type: Typography, last = ""): string {
  const { font, size, colour, bold, italics, allCaps, spacing, noProof, underline, shading, superScript } = format;
  const onOff = (name: string, isOn: boolean | undefined): string =>
    isOn === undefined ? "" : element(name, isOn ? {} : { "w:val": 0 });
  return element(
    "w:rPr",
    {},
    font ? element("w:rFonts", themeFont(font, type)) : "",
    onOff("w:b", bold) + onOff("w:bCs", bold),
    onOff("w:i", italics) + onOff("w:iCs", italics),
    onOff("w:caps", allCaps),
    flag("w:noProof", noProof),
    colour ? element("w:color", { "w:val": type.colours[colour], ...themeColour("w:themeColor", colour) }) : "",
    valued("w:spacing", spacing),
    valued("w:sz", size) + valued("w:szCs", size),
    writeUnderline(underline, type),
    shading
      ? element("w:shd", {
          "w:val": "clear",
          "w:color": "auto",
          "w:fill": type.colours[shading],
          ...themeColour("w:themeFill", shading),
        })
      : "",
    valued("w:vertAlign", superScript ? "superscript" : undefined),
    last,
  );
}

/** `w:pBdr` (17.3.1.24). */
function writeBorders(borders: NonNullable<ParagraphFormat["border"]>, type: Typography): string {
  const sides = (["top", "left", "bottom", "right", "between"] as const).map((side) =>
    writeBorder(side, borders[side], type),
  );
  return element("w:pBdr", {}, ...sides);
}

function writeBorder(side: string, border: Border | undefined, { colours }: Typography): string {
  if (!border) return "";
  const { size, colour, space } = border;
  return element(`w:${side}`, {
    "w:val": "single",
    "w:sz": size,
    "w:space": space,
    "w:color": colours[colour],
    ...themeColour("w:themeColor", colour),
  });
}

/** A table style (17.7.6). */
function writeTableStyle(id: string, { rule, padding, headRule, rowRule }: TableFormat, type: Typography): string {
  const margin = (side: string, width: number): string => element(`w:${side}`, { "w:w": width, "w:type": "dxa" });
  const margins = element(
    "w:tblCellMar",
    {},
    margin("top", padding.above),
    margin("left", 0),
    margin("bottom", padding.below),
    margin("right", CELL_GAP),
  );
  const underHead = element("w:tcPr", {}, element("w:tcBorders", {}, writeBorder("bottom", rule, type)));
  return element(
    "w:style",
    { "w:type": "table", "w:customStyle": 1, "w:styleId": id },
    valued("w:name", TABLE_STYLES[id as keyof typeof TABLE_STYLES]), // the keys of the table of names
    valued("w:basedOn", "TableNormal"),
    "<w:qFormat/>",
    element(
      "w:tblPr",
      {},
      element(
        "w:tblBorders",
        {},
        writeBorder("top", rule, type),
        writeBorder("bottom", rule, type),
        writeBorder("insideH", rowRule, type),
      ),
      margins,
    ),
    headRule ? element("w:tblStylePr", { "w:type": "firstRow" }, underHead) : "",
  );
}
