import { readFile } from "node:fs/promises";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from "@cantoo/pdf-lib";

/** A named place in a PDF. */
export interface Destination {
  /** From 1. */
  page: number;
  /** Points from the lower edge of the page. */
  y: number;
}

export interface Destinations {
  pages: number;
  /** Width and height of the first page, in points. */
  size: { width: number; height: number };
  byName: Record<string, Destination>;
}

/** Reads the named destinations of a PDF file (ISO 32000-1, 12.3.2.3). Runs in a worker thread. */
export async function readDestinations({ file }: { file: string }): Promise<Destinations> {
  const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
  return destinationsOf(document);
}

export function destinationsOf(document: PDFDocument): Destinations {
  const pages = document.getPages();
  const numbers = new Map(pages.map((page, index) => [page.ref.toString(), index + 1]));
  const byName: Record<string, Destination> = {};
  const dictionary = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  for (const [name, value] of dictionary?.entries() ?? []) {
    const place = document.context.lookup(value);
    if (place instanceof PDFArray) addDestination(byName, name.decodeText(), place, numbers);
  }
  const names = document.catalog.lookupMaybe(PDFName.of("Names"), PDFDict)?.lookupMaybe(PDFName.of("Dests"), PDFDict);
  if (names) readNameTree(names, (name, place) => addDestination(byName, name, place, numbers));
  const { width = 0, height = 0 } = pages[0]?.getSize() ?? {};
  return { pages: pages.length, size: { width, height }, byName };
}

function addDestination(
  byName: Record<string, Destination>,
  name: string,
  place: PDFArray,
  numbers: ReadonlyMap<string, number>,
): void {
  const page = place.get(0);
  const y = place.get(3);
  const number = page instanceof PDFRef ? numbers.get(page.toString()) : undefined;
  if (number) byName[name] = { page: number, y: y instanceof PDFNumber ? y.asNumber() : 0 };
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
