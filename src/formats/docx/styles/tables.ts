import { ImportedXmlComponent } from "docx";
import { TABLE_STYLES, type TableStyle } from "./names.js";
import type { Typography } from "./typography.js";

/** Between the text of one column and the next, in twips. */
const CELL_GAP = 200;

/**
 * The table styles: rules above and below and under the head, none between columns (ECMA-376, 17.7.6). The docx package
 * has no options for them, so that they are written as XML.
 */
export function tableStyles(type: Typography): ImportedXmlComponent[] {
  const { rule, colours } = type;
  const line = (side: string): string =>
    `<w:${side} w:val="single" w:sz="${rule}" w:space="0" w:color="${colours.ink}"/>`;
  const underHead = `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line("bottom")}</w:tcBorders></w:tcPr></w:tblStylePr>`;
  const styles: Record<TableStyle, { padding: [number, number]; conditions: string }> = {
    PatternTable: { padding: [50, 70], conditions: underHead },
    MetaStrip: { padding: [40, 40], conditions: "" },
  };
  return Object.entries(TABLE_STYLES).map(([id, name]) => {
    const { padding, conditions } = styles[id as TableStyle]; // the keys of the table of names
    const [above, below] = padding;
    return ImportedXmlComponent.fromXmlString(
      `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
        `<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>` +
        `<w:tblBorders>${line("top")}${line("bottom")}</w:tblBorders>` +
        `<w:tblCellMar><w:top w:w="${above}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>` +
        `<w:bottom w:w="${below}" w:type="dxa"/><w:right w:w="${CELL_GAP}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
        `${conditions}</w:style>`,
    );
  });
}
