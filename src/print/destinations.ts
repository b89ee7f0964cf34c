import { readFile } from "node:fs/promises";
import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from "@cantoo/pdf-lib";

/** Where the named destinations of a PDF lead. */
export interface Destinations {
  pages: number;
  /** Page of each, from 1, by name. */
  pageOf: Record<string, number>;
}

/** Reads the named destinations of a PDF file (ISO 32000-1, 12.3.2.3). Runs in a worker thread. */
export async function readDestinations({ file }: { file: string }): Promise<Destinations> {
  const document = await PDFDocument.load(await readFile(file), {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  return destinationsOf(document);
}

export function destinationsOf(document: PDFDocument): Destinations {
  const pages = document.getPages();
  const numbers = new Map(pages.map((page, index) => [page.ref, index + 1]));
  const pageOf: Record<string, number> = {};
  const add = (name: string, place: PDFArray): void => {
    const page = place.get(0);
    const number = page instanceof PDFRef ? numbers.get(page) : undefined;
    if (number) pageOf[name] = number;
  };
  const dictionary = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  for (const [name, value] of dictionary?.entries() ?? []) {
    const place = document.context.lookup(value);
    if (place instanceof PDFArray) add(name.decodeText(), place);
  }
  const names = document.catalog.lookupMaybe(PDFName.of("Names"), PDFDict)?.lookupMaybe(PDFName.of("Dests"), PDFDict);
  if (names) readNameTree(names, add);
  return { pages: pages.length, pageOf };
}

function readNameTree(node: PDFDict, add: (name: string, place: PDFArray) => void): void {
  const names = node.lookupMaybe(PDFName.of("Names"), PDFArray);
  for (let at = 0; names && at + 1 < names.size(); at += 2) {
    const name = names.lookup(at);
    const place = names.lookup(at + 1);
    if ((name instanceof PDFString || name instanceof PDFHexString) && place instanceof PDFArray) {
      add(name.decodeText(), place);
    }
  }
  const kids = node.lookupMaybe(PDFName.of("Kids"), PDFArray);
  for (let at = 0; kids && at < kids.size(); at++) {
    const kid = kids.lookup(at);
    if (kid instanceof PDFDict) readNameTree(kid, add);
  }
}
