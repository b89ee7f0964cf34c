import { PDFName, PDFNumber, type PDFRawStream } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { readStream, writeStream } from "../../../print/streams.js";
import { greyOfBytes } from "./grey.js";
import { isColourSpaceOfSeveral } from "./grey-shading.js";

const name = (key: string): PDFName => PDFName.of(key);

// Above this a reader of a printed halftone sees no difference.
const JPEG_QUALITY = 92;

/**
 * Turns pictures in RGB to grey, in place: a JPEG stays one, all else is deflated. Pictures of another kind stay as they
 * are: the preflight names them.
 * @returns how many were turned
 */
export async function greyPictures(pictures: readonly PDFRawStream[]): Promise<number> {
  let greyed = 0;
  for (const picture of pictures) if (await greyPicture(picture)) greyed++;
  return greyed;
}

async function greyPicture(picture: PDFRawStream): Promise<boolean> {
  const { dict } = picture;
  const isBytes = dict.lookupMaybe(name("BitsPerComponent"), PDFNumber)?.asNumber() === 8;
  if (!isBytes || dict.has(name("Decode")) || !isColourSpaceOfSeveral(dict.lookup(name("ColorSpace")))) return false;
  if (dict.get(name("Filter")) === name("DCTDecode")) picture.updateContents(await greyJpeg(picture.contents));
  else if (!greySamples(picture)) return false;
  dict.set(name("ColorSpace"), name("DeviceGray"));
  return true;
}

/** The JPEG's own colour profile, where it has one, is what its colours mean. */
function greyJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes).toColourspace("b-w").jpeg({ quality: JPEG_QUALITY }).toBuffer();
}

function greySamples(picture: PDFRawStream): boolean {
  const samples = readStream(picture);
  const pixels = pixelsOf(picture);
  if (samples.length < pixels * 3) return false;
  const grey = new Uint8Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const [red = 0, green = 0, blue = 0] = [samples[pixel * 3], samples[pixel * 3 + 1], samples[pixel * 3 + 2]];
    grey[pixel] = greyOfBytes(red, green, blue);
  }
  writeStream(picture, grey);
  return true;
}

function pixelsOf({ dict }: PDFRawStream): number {
  return dict.lookup(name("Width"), PDFNumber).asNumber() * dict.lookup(name("Height"), PDFNumber).asNumber();
}
