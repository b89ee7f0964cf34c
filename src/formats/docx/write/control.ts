import type { Control } from "../model.js";
import type { PartContext } from "./part-context.js";
import { Verbatim } from "./verbatim.js";
import { element, escapeXml, valued } from "./xml.js";

/** Word's limit for the name and the tag of a control. */
const LONGEST = 64;

/**
 * A content control in a line of text (ECMA-376, 17.5.2.31); a check box is Word 2010's ([MS-DOCX] 2.6.1.2). The docx
 * package has check boxes, but none with a name, and no places for text.
 */
export function writeControl(control: Control, part: PartContext): Verbatim {
  const { fills, label } = control;
  const name = label.slice(0, LONGEST);
  const number = part.nextControl();
  const own = fills === "check" ? CHECK : "<w:showingPlcHdr/><w:text/>";
  const properties = element(
    "w:sdtPr",
    {},
    valued("w:alias", name),
    valued("w:tag", `${fills}-${number}`),
    valued("w:id", number),
    own,
  );
  return new Verbatim(element("w:sdt", {}, properties, element("w:sdtContent", {}, writeContent(control))));
}

const FONT = "MS Gothic";
const CHECK =
  '<w14:checkbox><w14:checked w14:val="0"/>' +
  `<w14:checkedState w14:val="2612" w14:font="${FONT}"/><w14:uncheckedState w14:val="2610" w14:font="${FONT}"/>` +
  "</w14:checkbox>";

function writeContent({ fills, hint }: Control): string {
  if (fills === "text") {
    const format = element("w:rPr", {}, valued("w:rStyle", "PlaceholderText"));
    return element("w:r", {}, format, `<w:t xml:space="preserve">${escapeXml(hint)}</w:t>`);
  }
  const fonts = element("w:rFonts", { "w:ascii": FONT, "w:eastAsia": FONT, "w:hAnsi": FONT, "w:hint": "eastAsia" });
  return element("w:r", {}, element("w:rPr", {}, fonts), "<w:t>☐</w:t>");
}
