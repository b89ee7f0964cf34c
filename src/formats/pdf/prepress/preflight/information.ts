import { type PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";

/** What the information dictionary says under a key (ISO 32000-1, 14.3.3); undefined where that is no text. */
export function textOf(information: PDFDict | undefined, key: string): string | undefined {
  const value = information?.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
