import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import type { Asset } from "../../browser/page.js";
import type { ImageFile } from "../../library/image-file.js";
import type { Library } from "../../library/library.js";
import type { Drawing } from "../../page/drawing.js";
import type { EditionAddresses } from "../../page/edition-addresses.js";
import { type FontFile, familyFiles, fontFiles } from "../../page/fonts.js";
import { embedLabelFont } from "../../page/svg.js";
import type { Context } from "./about.js";
import { type OtherFaces, openOtherFaces } from "./faces/other-faces.js";
import { refuseUnprintable } from "./faces/printable-fonts.js";
import { refuseUnshown } from "./faces/shown-fonts.js";
import { NO_TEXTS, type Texts } from "./matter/no-texts.js";
import { openRendered, type Render } from "./matter/rendered.js";
import { innerMargin } from "./printers/fit-volume.js";
import { forPrinter } from "./printers/for-printer.js";
import { type Printer, readPrinter } from "./printers/printer-file.js";
import { settleTerms, type Terms } from "./printers/terms.js";
import { type LeastMargins, type PageGeometry, pageGeometry, trimSize } from "./trim.js";
import { type Hyphenate, hyphenateLongest, openDictionaries } from "./typeset/hyphenate.js";
import { openWidths, type Widths } from "./typeset/lines/faces.js";

/** What every document of one build of the book shares. */
export interface Press {
  library: Library;
  context: Context;
  geometry: PageGeometry;
  /** Who prints the book, where its configuration names one. */
  printer?: Printer;
  terms: Terms;
  /** SHA-256 of the printer's profile, hex. */
  profile?: string;
  /** Hyphenation by language. */
  hyphenate(language: string): Hyphenate;
  /** How wide the letters of the text are. */
  widths: Widths;
  /** A name as a list shows it: its longest words may be hyphenated. */
  listed(name: string): string;
  fonts: readonly FontFile[];
  /** Of documents that hold formulas. */
  formulaFonts: readonly FontFile[];
  otherFaces: OtherFaces;
  /** The texts of the library that are no patterns. */
  texts: Texts;
  /** Renders pieces of front and back matter. */
  render: Render;
  /** Files a document may load, by path. */
  assets: ReadonlyMap<string, Asset>;
}

/**
 * @param pages of the longest volume, where they are known: a printer's least gutter is that of so many
 * @throws TemplateError where the figures of the printer cannot be read
 */
export async function openPress(library: Library, given: Context, pages = 1): Promise<Press> {
  const { printer: name, trim } = given.config.pdf;
  const printer = name && readPrinter(given.templates.folders, name);
  const terms = settleTerms(given.config.pdf, printer, trimSize(trim));
  const geometry = pageGeometry(trim, given.templates.tokens.line, printer && leastMargins(printer, terms, pages));
  const context = printer ? forPrinter(given, printer) : given;
  refuseUnprintable(context.templates.tokens);
  const fonts = fontFiles(context.templates.tokens);
  const formulaFonts = familyFiles(context.templates.tokens.fonts.math);
  await refuseUnshown(context.templates.tokens, [...fonts, ...formulaFonts], context);
  const { press } = context.config.pdf;
  const hyphenate = openDictionaries();
  return {
    library,
    context,
    geometry,
    ...(printer ? { printer } : {}),
    terms,
    ...(press !== false && press.profile ? { profile: await digest(press.profile) } : {}),
    hyphenate,
    widths: openWidths(familyFiles(context.templates.tokens.fonts.text)),
    listed: (name) => hyphenateLongest(name, hyphenate(context.locale.language)),
    render: openRendered(context.templates),
    fonts,
    formulaFonts,
    otherFaces: await openOtherFaces([...library.patterns, ...library.matter], fonts, context),
    texts: NO_TEXTS,
    assets: new Map([
      ...fontAssets([...fonts, ...formulaFonts]),
      ...(await imageAssets(library, context)),
      ...drawingAssets(context.drawings),
    ]),
  };
}

// The number of a pattern hangs out of the text block by two points.
const HANG = 3;

function leastMargins(printer: Printer, { bleed }: Terms, pages: number): LeastMargins {
  const { plain, bleeding } = printer.margin;
  return { inner: innerMargin(printer, pages) + HANG, others: bleed.whereNeeded ? plain : bleeding };
}

async function digest(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

/** How the book addresses pictures and drawings; where patterns stand depends on the volume. Its pages have figures. */
export function addressFiles(): Pick<EditionAddresses, "image" | "drawing" | "figures"> {
  return { image: imagePath, drawing: (hash) => drawingPath(hash), figures: "print" };
}

function fontAssets(fonts: readonly FontFile[]): [string, Asset][] {
  return fonts.map(({ name, path, mediaType }) => [`fonts/${name}`, { file: path, mediaType }]);
}

async function imageAssets({ images }: Library, context: Context): Promise<[string, Asset][]> {
  const assets: [string, Asset][] = [];
  for (const image of images.values()) {
    if ("refused" in image) continue;
    const file = image.mediaType === "image/svg+xml" ? await withFont(image, context) : image.path;
    assets.push([imagePath(image), { file, mediaType: image.mediaType }]);
  }
  return assets;
}

/** A drawing whose text is set in our label face. */
function withFont({ path, sha256 }: ImageFile, { cache, templates: { tokens } }: Context): Promise<string> {
  return cache.file("images-svg", { content: sha256, tokens }, async (to) => {
    await writeFile(to, embedLabelFont(await readFile(path, "utf8"), tokens));
  });
}

function drawingAssets(drawings: ReadonlyMap<string, Drawing>): [string, Asset][] {
  return [...drawings].map(([hash, { svg }]) => [drawingPath(hash), { file: svg, mediaType: "image/svg+xml" }]);
}

function imagePath({ sha256 }: ImageFile): string {
  return `images/${sha256}`;
}

function drawingPath(hash: string): string {
  return `drawings/${hash}`;
}
