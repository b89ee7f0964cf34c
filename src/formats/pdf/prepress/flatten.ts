import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { readStream, writeStream } from "../../../print/streams.js";

const name = (key: string): PDFName => PDFName.of(key);

/**
 * Takes out of a document in grey what PDF 1.3 has no word for: what says that nothing is transparent goes, and pictures
 * that are in part are set on white, the paper. Other transparency stays: the preflight names it.
 */
export async function flatten(document: PDFDocument): Promise<void> {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) await flattenStream(object);
    else if (object instanceof PDFDict) flattenState(object);
  }
}

async function flattenStream(stream: PDFRawStream): Promise<void> {
  const { dict } = stream;
  const group = dict.lookup(name("Group"));
  // A group in which nothing is transparent paints what it would paint without being one (ISO 32000-1, 11.4.5).
  if (group instanceof PDFDict && group.get(name("S")) === name("Transparency")) dict.delete(name("Group"));
  if (dict.get(name("Subtype")) === name("Image")) await flattenPicture(stream);
  const states = dict.lookup(name("Resources"));
  if (states instanceof PDFDict) flattenStates(states);
}

function flattenState(dictionary: PDFDict): void {
  if (dictionary.get(name("Type")) === name("ExtGState")) dropNeutral(dictionary);
  const resources = dictionary.lookup(name("Resources"));
  if (resources instanceof PDFDict) flattenStates(resources);
  else flattenStates(dictionary);
}

function flattenStates(resources: PDFDict): void {
  const states = resources.lookup(name("ExtGState"));
  if (!(states instanceof PDFDict)) return;
  for (const key of states.keys()) {
    const state = states.lookup(key);
    if (state instanceof PDFDict) dropNeutral(state);
  }
}

/** ISO 32000-1, 11.6.4 and 11.3.5: opaque, painted over, without a mask. */
function dropNeutral(state: PDFDict): void {
  for (const key of ["CA", "ca"]) {
    const value = state.lookup(name(key));
    if (value instanceof PDFNumber && value.asNumber() === 1) state.delete(name(key));
  }
  const mode = state.lookup(name("BM"));
  const first = mode instanceof PDFArray ? mode.lookup(0) : mode;
  if (first === name("Normal") || first === name("Compatible")) state.delete(name("BM"));
  if (state.lookup(name("SMask")) === name("None")) state.delete(name("SMask"));
  state.delete(name("AIS"));
  state.delete(name("TK"));
}

/** Only pictures of one component a pixel are set on white: those that are not grey are named by the preflight. */
async function flattenPicture(picture: PDFRawStream): Promise<void> {
  const { dict } = picture;
  const mask = dict.lookup(name("SMask"));
  if (!(mask instanceof PDFRawStream) || dict.get(name("ColorSpace")) !== name("DeviceGray")) return;
  const size = sizeOf(dict);
  const [grey, alpha] = [await samplesOf(picture), await samplesOf(mask, size)];
  if (!grey || !alpha || grey.length < size.width * size.height || alpha.length < grey.length) return;
  const flat = Uint8Array.from(grey, (value, at) => {
    const opacity = (alpha[at] ?? 255) / 255;
    return Math.round(value * opacity + 255 * (1 - opacity));
  });
  writeStream(picture, flat);
  dict.delete(name("SMask"));
}

function sizeOf(dict: PDFDict): { width: number; height: number } {
  return {
    width: dict.lookup(name("Width"), PDFNumber).asNumber(),
    height: dict.lookup(name("Height"), PDFNumber).asNumber(),
  };
}

/** Bytes of a picture of eight bits in grey, as large as is asked for; undefined where it is of another kind. */
async function samplesOf(picture: PDFRawStream, wanted = sizeOf(picture.dict)): Promise<Uint8Array | undefined> {
  const { dict } = picture;
  const { width, height } = sizeOf(dict);
  const isPlain = dict.lookupMaybe(name("BitsPerComponent"), PDFNumber)?.asNumber() === 8 && !dict.has(name("Decode"));
  if (!isPlain) return undefined;
  const image =
    dict.get(name("Filter")) === name("DCTDecode")
      ? sharp(picture.contents)
      : sharp(readStream(picture), { raw: { width, height, channels: 1 } });
  return image.resize(wanted.width, wanted.height, { fit: "fill" }).toColourspace("b-w").raw().toBuffer();
}
