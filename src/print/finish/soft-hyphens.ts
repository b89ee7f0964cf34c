// As Chromium writes it: a glyph without width, labelled as a soft hyphen. Within a line the next glyph stands at the
// same place; at the end of a line a visible hyphen follows, labelled as a typed one.
const BEGIN = String.raw`/Span<</ActualText <FEFF00AD> >> BDC\n`;
const GLYPH = String.raw`<[\dA-F]+> Tj\nEMC\n`;
const WITHIN_A_LINE = new RegExp(String.raw`${BEGIN}(\S+ \S+) Td ${GLYPH}(/Span<<.*>> BDC\n)?0 0 Td `, "g");
const AT_ITS_END = new RegExp(
  String.raw`${BEGIN}\S+ \S+ Td ${GLYPH}ET\n(?:(BT\n/Span<</ActualText <FEFF)2010(?=> >> BDC\n))?`,
  "g",
);
const SOFT_HYPHEN = "00AD";
// Letters that are drawn as one, as `ffi`. An expression that begins with what is to be found is eight times as quick as
// one that looks behind.
const TEXT = "/ActualText <FEFF";
const LIGATURE = new RegExp(`${TEXT}(?:[\\dA-F]{4}){2,}(?=>)`, "g");

/**
 * Content in which the hyphens that end lines are soft ones (ISO 32000-1, 14.8.2.2.3), and no others are: a word with a
 * soft hyphen in it is not found by readers who look for it, nor whole when it is copied.
 */
export function setSoftHyphens(content: string): string {
  return content
    .replace(WITHIN_A_LINE, "$2$1 Td ")
    .replace(AT_ITS_END, (_, hyphen?: string) => (hyphen === undefined ? "ET\n" : `ET\n${hyphen}${SOFT_HYPHEN}`))
    .replace(LIGATURE, dropFromText);
}

/** @param found ends in UTF-16, four digits a unit */
function dropFromText(found: string): string {
  const units = found.slice(TEXT.length).match(/.{4}/g) ?? [];
  return TEXT + units.filter((unit) => unit !== SOFT_HYPHEN).join("");
}
