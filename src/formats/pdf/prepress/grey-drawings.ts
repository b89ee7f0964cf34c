import { PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import {
  contentsOf,
  type DeflatedContents,
  dictionaryOf,
  readStream,
  writeDeflated,
  writeStream,
} from "../../../print/streams.js";
import { greyContent } from "./grey-content.js";
import { greyShading, isColourSpaceOfSeveral } from "./grey-shading.js";
import type { Rgb } from "./press-task.js";

const GREY = PDFName.of("DeviceGray");
const name = (key: string): PDFName => PDFName.of(key);

/** What is drawn with, each thing once, however often it is used. */
interface Walk {
  seen: Set<unknown>;
  pictures: PDFRawStream[];
  solid: Rgb | undefined;
}

/**
 * Turns text and line art to grey, in place: the content of pages, forms, tiling patterns, soft masks and Type 3 fonts,
 * and the colours of shadings and groups.
 * @param grey content of pages that was made grey before
 * @param solid a colour that becomes black
 * @returns the pictures they draw, which are still in colour
 */
export function greyDrawings(document: PDFDocument, grey: DeflatedContents, solid?: Rgb): PDFRawStream[] {
  const walk: Walk = { seen: new Set(), pictures: [], solid };
  for (const page of document.getPages()) {
    const ref = page.node.get(name("Contents"));
    const ready = ref instanceof PDFRef ? grey.get(ref.objectNumber) : undefined;
    for (const stream of contentsOf(page)) {
      if (ready) writeDeflated(stream, ready);
      else greyStream(stream, walk);
    }
    greyResources(page.node.Resources(), walk);
  }
  return walk.pictures;
}

function greyStream(stream: PDFRawStream, { seen, solid }: Walk): void {
  if (seen.has(stream)) return;
  seen.add(stream);
  const content = readStream(stream);
  const grey = greyContent(content, solid);
  if (grey !== content) writeStream(stream, grey);
}

function greyResources(resources: PDFDict | undefined, walk: Walk): void {
  if (!resources || walk.seen.has(resources)) return;
  walk.seen.add(resources);
  for (const drawn of valuesOf(resources, "XObject")) greyExternal(drawn, walk);
  for (const pattern of valuesOf(resources, "Pattern")) greyPattern(pattern, walk);
  for (const shading of valuesOf(resources, "Shading")) greyShadingOnce(shading, walk);
  for (const state of valuesOf(resources, "ExtGState")) {
    const mask = dictionaryOf(state)?.lookup(name("SMask"));
    if (mask instanceof PDFDict) greyForm(mask.lookup(name("G")), walk);
  }
  for (const font of valuesOf(resources, "Font")) greyFont(font, walk);
  const spaces = resources.lookup(name("ColorSpace"));
  if (!(spaces instanceof PDFDict)) return;
  for (const [key] of spaces.entries()) if (isColourSpaceOfSeveral(spaces.lookup(key))) spaces.set(key, GREY);
}

function greyExternal(drawn: unknown, walk: Walk): void {
  if (!(drawn instanceof PDFRawStream)) return;
  if (drawn.dict.get(name("Subtype")) !== name("Image")) greyForm(drawn, walk);
  else if (!walk.seen.has(drawn)) {
    walk.seen.add(drawn);
    walk.pictures.push(drawn);
  }
}

function greyForm(form: unknown, walk: Walk): void {
  if (!(form instanceof PDFRawStream)) return;
  greyStream(form, walk);
  const group = form.dict.lookup(name("Group"));
  if (group instanceof PDFDict && isColourSpaceOfSeveral(group.lookup(name("CS")))) group.set(name("CS"), GREY);
  greyResources(resourcesOf(form.dict), walk);
}

function greyPattern(pattern: unknown, walk: Walk): void {
  if (pattern instanceof PDFRawStream) greyForm(pattern, walk);
  else greyShadingOnce(dictionaryOf(pattern)?.lookup(name("Shading")), walk);
}

function greyShadingOnce(shading: unknown, { seen }: Walk): void {
  const dictionary = dictionaryOf(shading);
  if (!dictionary || seen.has(dictionary)) return;
  seen.add(dictionary);
  greyShading(dictionary);
}

function greyFont(font: unknown, walk: Walk): void {
  if (!(font instanceof PDFDict) || font.get(name("Subtype")) !== name("Type3")) return;
  for (const glyph of valuesOf(font, "CharProcs")) if (glyph instanceof PDFRawStream) greyStream(glyph, walk);
  greyResources(resourcesOf(font), walk);
}

function resourcesOf(dictionary: PDFDict): PDFDict | undefined {
  const resources = dictionary.lookup(name("Resources"));
  return resources instanceof PDFDict ? resources : undefined;
}

function valuesOf(dictionary: PDFDict, key: string): unknown[] {
  const inner = dictionary.lookup(name(key));
  return inner instanceof PDFDict ? inner.keys().map((own) => inner.lookup(own)) : [];
}
