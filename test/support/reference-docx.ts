import { strToU8, zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A house style as a German Word writes it, with everything in it that could run or fetch. */
export function referenceDocx(): Uint8Array {
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    "_rels/.rels": relationships(["rId1", "officeDocument", "word/document.xml"]),
    "word/document.xml": `<w:document ${W} ${R}><w:body><w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2000" w:right="1700" w:bottom="1500" w:left="1900" w:header="700" w:footer="600" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships(
      ["rId1", "styles", "styles.xml"],
      ["rId2", "numbering", "numbering.xml"],
      ["rId3", "header", "header1.xml"],
      ["rId4", "header", "header2.xml"],
    ),
    "word/_rels/settings.xml.rels": relationships(["rId1", "attachedTemplate", "file:///tmp/evil.dotm", "External"]),
    "word/styles.xml": `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="C00000"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Kopfzeile"><w:name w:val="header"/><w:basedOn w:val="Standard"/></w:style><w:style w:type="character" w:default="1" w:styleId="Absatz-Standardschriftart"><w:name w:val="Default Paragraph Font"/></w:style></w:styles>`,
    "word/numbering.xml": `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="berschrift1"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    "word/header1.xml": `<w:hdr ${W} ${R}><w:p><w:pPr><w:pStyle w:val="Kopfzeile"/></w:pPr><w:hyperlink r:id="rId9"><w:r><w:t>The House</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDEPICTURE "http://evil.example/pixel.png" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:object/></w:r></w:p></w:hdr>`,
    "word/_rels/header1.xml.rels": relationships(["rId9", "hyperlink", "http://evil.example/", "External"]),
    "word/header2.xml": `<w:hdr ${W} ${R}><w:p><w:r><w:t>Only the first page</w:t></w:r></w:p></w:hdr>`,
    "word/vbaProject.bin": "macro",
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/**
 * A document as Google Docs exports one: every switch written out, styles for tables of which two have one id, no lists
 * of its own. Its section has two columns, lines round the page and beside the text.
 */
export function googleDocx(): Uint8Array {
  const off = '<w:keepNext w:val="0"/><w:pageBreakBefore w:val="0"/>';
  const heading = (level: number): string =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr>${off}<w:spacing w:after="120" w:before="400" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr></w:style>`;
  const table = (name: string, byDefault: string): string =>
    `<w:style w:type="table" w:styleId="TableNormal"${byDefault}><w:name w:val="${name}"/><w:tblPr><w:tblCellMar><w:top w:w="100.0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;
  const parts: Record<string, string> = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "word/document.xml": `<w:document ${W} ${R}><w:body><w:p/><w:sectPr><w:pgSz w:h="15840" w:w="12240" w:orient="portrait"/><w:pgMar w:bottom="1440" w:top="1440" w:left="1440" w:right="1440" w:header="720" w:footer="720"/><w:pgBorders w:offsetFrom="page"><w:top w:val="double" w:sz="6" w:space="24" w:color="C00000"/><w:left w:val="apples" w:sz="400" w:space="99" w:color="auto"/></w:pgBorders><w:lnNumType w:countBy="5" w:restart="newPage" w:distance="283"/><w:cols w:num="2" w:space="708"/><w:vAlign w:val="center"/></w:sectPr></w:body></w:document>`,
    "word/styles.xml": `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="normal"/></w:style>${table("Table Normal", ' w:default="1"')}${heading(1)}${heading(2)}<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr>${off}</w:pPr></w:style>${table("TableNormal1", "")}</w:styles>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

function relationships(...rows: [id: string, kind: string, target: string, mode?: string][]): string {
  const lines = rows.map(
    ([id, kind, target, mode]) =>
      `<Relationship Id="${id}" Type="${KINDS}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ""}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;
}
