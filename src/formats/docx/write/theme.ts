import type { Colour, Face } from "../styles/style.js";
import type { Typography } from "../styles/typography.js";
import { A } from "./namespaces.js";
import { element, xmlPart } from "./xml.js";

/** The slots of a theme by the roles of our colours: what a reader changes in Word's Design tab. */
const COLOURS: Readonly<Record<Colour, string>> = {
  ink: "text1",
  soft: "text2",
  tint: "background2",
  accent: "accent1",
  hairline: "accent2",
};

/** A theme has a font for text and one for headings: the second is our label's. The others are named. */
const FONTS: Readonly<Partial<Record<Face, "minor" | "major">>> = { text: "minor", label: "major" };

/** Fonts of Word for scripts that ours do not have. */
const SCRIPTS: Readonly<Record<string, string>> = {
  Jpan: "Yu Mincho",
  Hang: "Malgun Gothic",
  Hans: "SimSun",
  Hant: "PMingLiU",
  Arab: "Times New Roman",
  Hebr: "Times New Roman",
};

/** The attributes of a colour of the theme, beside its value for readers without themes. */
export function themeColour(attribute: string, colour: Colour): Record<string, string> {
  return { [attribute]: COLOURS[colour] };
}

/** The attributes of `w:rFonts` (ECMA-376, 17.3.2.26). */
export function themeFont(face: Face, type: Typography): Record<string, string> {
  const slot = FONTS[face];
  const complex = { "w:cstheme": "minorBidi", "w:eastAsiaTheme": "minorEastAsia" };
  if (!slot) return { "w:ascii": type[face], "w:hAnsi": type[face], ...complex };
  return { "w:asciiTheme": `${slot}HAnsi`, "w:hAnsiTheme": `${slot}HAnsi`, ...complex };
}

/** `word/theme/theme1.xml`: the design tokens as a theme (ECMA-376, 20.1.6.9). */
export function writeTheme(type: Typography): string {
  return xmlPart(
    "a:theme",
    { ...A, name: "Pattern Press" },
    element("a:themeElements", {}, writeColours(type), writeFonts(type), FORMATS),
  );
}

function writeColours({ colours }: Typography): string {
  const { ink, soft, tint, accent, hairline } = colours;
  const slots: Record<string, string> = {
    dk1: ink,
    lt1: "FFFFFF",
    dk2: soft,
    lt2: tint,
    accent1: accent,
    accent2: hairline,
    accent3: soft,
    accent4: accent,
    accent5: hairline,
    accent6: soft,
    hlink: accent,
    folHlink: accent,
  };
  const written = Object.entries(slots).map(([slot, val]) => element(`a:${slot}`, {}, element("a:srgbClr", { val })));
  return element("a:clrScheme", { name: "Pattern Press" }, ...written);
}

function writeFonts({ text, label }: Typography): string {
  const scripts = Object.entries(SCRIPTS).map(([script, typeface]) => element("a:font", { script, typeface }));
  const set = (slot: string, typeface: string): string =>
    element(
      `a:${slot}Font`,
      {},
      element("a:latin", { typeface }),
      '<a:ea typeface=""/><a:cs typeface=""/>',
      ...scripts,
    );
  return element("a:fontScheme", { name: "Pattern Press" }, set("major", label), set("minor", text));
}

/** Fills, lines and effects of shapes: a theme has three of each, plain here (20.1.4.1.14). */
const FORMATS = element(
  "a:fmtScheme",
  { name: "Pattern Press" },
  element("a:fillStyleLst", {}, thrice('<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>')),
  element("a:lnStyleLst", {}, thrice('<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>')),
  element("a:effectStyleLst", {}, thrice("<a:effectStyle><a:effectLst/></a:effectStyle>")),
  element("a:bgFillStyleLst", {}, thrice('<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>')),
);

function thrice(xml: string): string {
  return xml.repeat(3);
}
