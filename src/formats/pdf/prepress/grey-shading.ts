import { PDFArray, type PDFDict, PDFName, PDFNumber, PDFRawStream } from "@cantoo/pdf-lib";
import { dictionaryOf, readStream, writeStream } from "../../../print/streams.js";
import { greyOf, LUMINANCE } from "./grey.js";

const name = (key: string): PDFName => PDFName.of(key);
const DEVICE_SPACES = new Set(["DeviceRGB", "DeviceCMYK", "CalRGB", "Lab"].map(name));

/** Whether a colour space has more components than one, and no inks of its own. */
export function isColourSpaceOfSeveral(space: unknown): boolean {
  if (space instanceof PDFName) return DEVICE_SPACES.has(space);
  if (!(space instanceof PDFArray)) return false;
  const family = space.lookup(0);
  if (family === name("ICCBased"))
    return dictionaryOf(space.lookup(1))?.lookupMaybe(name("N"), PDFNumber)?.asNumber() !== 1;
  return family instanceof PDFName && DEVICE_SPACES.has(family);
}

/** Turns a shading from RGB to grey (ISO 32000-1, 8.7.4.5). One of another kind stays: the preflight names it. */
export function greyShading(shading: PDFDict): void {
  const lookedUp = shading.lookup(name("Function"));
  const functions = lookedUp === undefined ? undefined : dictionaryOf(lookedUp);
  const isRgb = shading.lookup(name("ColorSpace")) === name("DeviceRGB");
  if (!functions || !isRgb || !(greyFunction(lookedUp) || isOfOne(lookedUp))) return;
  shading.set(name("ColorSpace"), name("DeviceGray"));
  const background = shading.lookup(name("Background"));
  if (background instanceof PDFArray) shading.set(name("Background"), greyColour(background));
}

/** Makes a function of three components one of one; false where it is of a kind that cannot be, or is one already. */
function greyFunction(definition: unknown): boolean {
  const dictionary = dictionaryOf(definition);
  const type = dictionary?.lookup(name("FunctionType"));
  if (!dictionary || !(type instanceof PDFNumber)) return false;
  switch (type.asNumber()) {
    case 2:
      return greyInterpolation(dictionary);
    case 3: {
      const parts = dictionary.lookup(name("Functions"));
      if (!(parts instanceof PDFArray)) return false;
      return parts.asArray().every((_, index) => greyFunction(parts.lookup(index)) || isOfOne(parts.lookup(index)));
    }
    case 4:
      return definition instanceof PDFRawStream && greyCalculation(definition);
    default:
      return false;
  }
}

/** Type 2: between two colours. */
function greyInterpolation(dictionary: PDFDict): boolean {
  for (const key of ["C0", "C1"]) {
    const colour = dictionary.lookup(name(key));
    if (!(colour instanceof PDFArray) || colour.size() !== 3) return false;
    dictionary.set(name(key), greyColour(colour));
  }
  dictionary.delete(name("Range"));
  return true;
}

// Leaves of red, green and blue on the stack the sum of their shares; for a gradient, near enough to luminance.
const SHARES = ` ${LUMINANCE.blue} mul exch ${LUMINANCE.green} mul add exch ${LUMINANCE.red} mul add `;

/** Type 4: a calculation that leaves red, green and blue on its stack. */
function greyCalculation(stream: PDFRawStream): boolean {
  const range = stream.dict.lookup(name("Range"));
  if (!(range instanceof PDFArray) || range.size() !== 6) return false;
  const code = Buffer.from(readStream(stream)).toString("latin1");
  const end = code.lastIndexOf("}");
  if (end === -1) return false;
  writeStream(stream, Buffer.from(`${code.slice(0, end)}${SHARES}}`, "latin1"));
  stream.dict.set(name("Range"), stream.dict.context.obj([0, 1]));
  return true;
}

/** A function that several shadings share was made one of one component for the first of them. */
function isOfOne(definition: unknown): boolean {
  const dictionary = dictionaryOf(definition);
  const parts = dictionary?.lookup(name("Functions"));
  if (parts instanceof PDFArray) return parts.asArray().every((_, index) => isOfOne(parts.lookup(index)));
  const start = dictionary?.lookup(name("C0"));
  const range = dictionary?.lookup(name("Range"));
  return (start instanceof PDFArray && start.size() === 1) || (range instanceof PDFArray && range.size() === 2);
}

function greyColour(colour: PDFArray): PDFArray {
  const [red = 0, green = 0, blue = 0] = colour.asArray().map((_, index) => colour.lookup(index, PDFNumber).asNumber());
  const grey = colour.clone();
  while (grey.size() > 1) grey.remove(0);
  grey.set(0, PDFNumber.of(greyOf(red, green, blue)));
  return grey;
}
