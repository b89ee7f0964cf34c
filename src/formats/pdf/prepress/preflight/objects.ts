import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRawStream } from "@cantoo/pdf-lib";
import { contentsOf } from "../../../../print/streams.js";

/** Every dictionary of a document, with those of its streams and those inside others. */
export function* dictionariesOf(document: PDFDocument): Generator<PDFDict> {
  for (const [, object] of document.context.enumerateIndirectObjects()) yield* dictionariesIn(object);
}

/** Every name that stands as a value: `/DeviceRGB` in a dictionary or an array, never a key. */
export function* namesOf(document: PDFDocument): Generator<PDFName> {
  for (const [, object] of document.context.enumerateIndirectObjects()) yield* namesIn(object);
}

/** Every stream of operators: of pages, forms, tiling patterns and the glyphs of Type 3 fonts. */
export function contentStreamsOf(document: PDFDocument): Set<PDFRawStream> {
  const streams = new Set(document.getPages().flatMap(contentsOf));
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && isDrawn(object.dict)) streams.add(object);
    const glyphs = object instanceof PDFDict ? object.lookup(PDFName.of("CharProcs")) : undefined;
    if (!(glyphs instanceof PDFDict)) continue;
    for (const glyph of glyphs.keys().map((key) => glyphs.lookup(key))) {
      if (glyph instanceof PDFRawStream) streams.add(glyph);
    }
  }
  return streams;
}

function isDrawn(dictionary: PDFDict): boolean {
  return dictionary.get(PDFName.of("Subtype")) === PDFName.of("Form") || dictionary.has(PDFName.of("PatternType"));
}

function* dictionariesIn(object: PDFObject): Generator<PDFDict> {
  const dictionary = object instanceof PDFRawStream ? object.dict : object;
  if (dictionary instanceof PDFDict) {
    yield dictionary;
    for (const value of dictionary.values()) yield* dictionariesIn(value);
  } else if (object instanceof PDFArray) for (const value of object.asArray()) yield* dictionariesIn(value);
}

function* namesIn(object: PDFObject): Generator<PDFName> {
  if (object instanceof PDFName) yield object;
  else if (object instanceof PDFArray) for (const value of object.asArray()) yield* namesIn(value);
  else {
    const dictionary = object instanceof PDFRawStream ? object.dict : object;
    if (dictionary instanceof PDFDict) for (const value of dictionary.values()) yield* namesIn(value);
  }
}
