import { writeFile } from "node:fs/promises";
import { holdsRightToLeft } from "../page/directions.js";
import { escapeHtml } from "../page/escape-html.js";
import { type FontFile, fontFaces, holdsAny } from "../page/fonts.js";
import type { Locale } from "../page/locale.js";
import type { Templates } from "../page/templates.js";
import { WINDOW_WIDTH } from "./print.js";

/** A document for the browser to lay out. */
export interface PrintDocument {
  title: string;
  styleSheet: string;
  /** Ids that need a named destination: Chromium writes one only for what a link points at. */
  targets: readonly string[];
  body: readonly string[];
}

// Chromium lays a page out for the screen when it loads it, and twice for print: as one long page as wide as the
// window, for what that would load, then in pages. So the document shows nothing on screen and nothing on the one long
// page, which is recognised by the width of the window (see `print`).
const MECHANICS = `@media screen,(min-width:${WINDOW_WIDTH}px){main{content-visibility:hidden!important}}`;

// Beside a title in Arabic, a number, a comma and the next title would change places. In a book that has no such letters
// it would only cost time.
const ISOLATES =
  ".reference,.folio,.locator,.aliases em,.record dd,.contributions .range{unicode-bidi:isolate}" +
  ".address{direction:ltr;unicode-bidi:isolate}";

/** What documents of one build share. */
export interface Faces {
  context: { locale: Locale; templates: Templates };
  fonts: readonly FontFile[];
  /** Of documents that hold formulas. */
  formulaFonts: readonly FontFile[];
}

/** Writes a document as HTML; of the fonts it declares those whose characters occur in it. */
export async function writeDocument(
  { context, fonts, formulaFonts }: Faces,
  file: string,
  document: PrintDocument,
): Promise<void> {
  const { locale, templates } = context;
  const { language, direction } = locale;
  const { title, styleSheet, targets } = document;
  const links = targets.map((id) => `<a href="#${id}"></a>`).join("");
  const main = `<div class="index-of-targets">${links}</div>\n${document.body.join("\n")}`;
  const characters = charactersOf(main + styleSheet);
  const needed = fonts.filter((font) => holdsAny(font, characters));
  const isFormal = main.includes("<math");
  const faces = fontFaces(isFormal ? [...needed, ...formulaFonts] : needed, ({ name }) => `fonts/${name}`);
  const apart = holdsRightToLeft([...characters].join("")) ? ISOLATES : "";
  const formal = isFormal ? templates.render("book/style/formulas", { tokens: templates.tokens }) : "";
  const styles = [faces, MECHANICS, styleSheet, apart, formal].map((style) => `<style>${style}</style>`);
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title>${styles.join("")}`;
  await writeFile(
    file,
    `<!doctype html><html lang="${language}" dir="${direction}"><head>${head}</head><body>` +
      `<main>${main}</main></body></html>`,
  );
}

/** What a document can show: its own characters, and the hyphen that Chromium sets where it breaks a word. */
function charactersOf(document: string): Set<string> {
  const characters = new Set<string>();
  const seen = new Uint8Array(0x10000);
  for (let at = 0; at < document.length; at++) {
    const unit = document.charCodeAt(at);
    // Of most characters a book has thousands; one of two units is looked at each time.
    if (seen[unit] && !isSurrogate(unit)) continue;
    seen[unit] = 1;
    const code = document.codePointAt(at) ?? unit;
    characters.add(String.fromCodePoint(code));
    if (code > 0xffff) at++;
  }
  if (characters.has("\u00ad")) characters.add("\u2010");
  return characters;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
