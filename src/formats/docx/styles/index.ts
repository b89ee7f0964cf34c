import { DocumentDefaults, ImportedXmlComponent, type IParagraphPropertiesOptions, type IStylesOptions } from "docx";
import { characterStyles } from "./characters.js";
import { paragraphStyles } from "./paragraphs.js";
import { tableStyles } from "./tables.js";
import type { Typography } from "./typography.js";

// A lone first or last line is kept with its paragraph, in every style.
const WHOLE: IParagraphPropertiesOptions = { widowControl: true };

/** What Word takes where a run or a table names no style (ECMA-376, 17.7.4.17); the package writes no such defaults. */
const DEFAULTS = [
  `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>`,
  `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>`,
];

/**
 * The styles of a handout, and no others.
 * @param language BCP 47
 */
export function wordStyles(type: Typography, language: string): IStylesOptions {
  const defaults = new DocumentDefaults({
    paragraph: WHOLE,
    run: { font: type.text, size: type.size.text, language: { value: language, bidirectional: language } },
  });
  return {
    importedStyles: [
      defaults,
      ...DEFAULTS.map((style) => ImportedXmlComponent.fromXmlString(style)),
      ...tableStyles(type),
    ],
    paragraphStyles: paragraphStyles(type),
    characterStyles: characterStyles(type),
  };
}
