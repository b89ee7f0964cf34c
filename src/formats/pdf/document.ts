import { writeFile } from "node:fs/promises";
import { type FontFile, fontFaces, sampleOf } from "../../page/fonts.js";
import type { Press } from "./press.js";

/** A document for the browser to print. */
export interface PrintDocument {
  title: string;
  styleSheet: string;
  /** Ids that need a named destination: Chromium writes one only for what a link points at. */
  targets: readonly string[];
  body: readonly string[];
  /** False for a document that is only measured: nothing is drawn, which takes half the time. */
  painted: boolean;
}

// Chromium lays a page out for the screen when it loads it, and anew for print. Here the screen shows nothing but a
// sample of every font, so that all are there when printing begins.
const MECHANICS = "@media screen{main{display:none!important}}@media print{.font-samples{display:none!important}}";
const UNPAINTED = "main{visibility:hidden!important}";

/** Writes a document as HTML; of the fonts it declares those whose characters occur in it. */
export async function writeDocument({ context, fonts }: Press, file: string, document: PrintDocument): Promise<void> {
  const { language, direction } = context.locale;
  const { title, styleSheet, targets, painted } = document;
  const links = targets.map((id) => `<a href="#${id}"></a>`).join("");
  const main = `<div class="index-of-targets">${links}</div>\n${document.body.join("\n")}`;
  const needed = sampleFonts(fonts, new Set(main + styleSheet));
  const faces = fontFaces([...needed.keys()], ({ name }) => `fonts/${name}`);
  const styles = [faces, MECHANICS, styleSheet, painted ? "" : UNPAINTED].map((style) => `<style>${style}</style>`);
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title>${styles.join("")}`;
  const samples = [...needed].map(([font, sample]) => showSample(font, sample)).join("");
  await writeFile(
    file,
    `<!doctype html><html lang="${language}" dir="${direction}"><head>${head}</head><body>` +
      `<div class="font-samples" aria-hidden="true">${samples}</div><main>${main}</main></body></html>`,
  );
}

/** The fonts that hold any of the characters, each with one of them. */
function sampleFonts(fonts: readonly FontFile[], characters: ReadonlySet<string>): Map<FontFile, string> {
  return new Map(
    fonts.flatMap((font): [FontFile, string][] => {
      const sample = sampleOf(font, characters);
      return sample === undefined ? [] : [[font, sample]];
    }),
  );
}

function showSample({ family, weight, style }: FontFile, sample: string): string {
  return `<span style="font:${style} ${weight} 1em '${family}'">${escapeHtml(sample)}</span>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
