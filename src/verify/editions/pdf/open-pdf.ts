import { readFile } from "node:fs/promises";
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, PdfRef, PdfStream, PdfString } from "@libpdf/core";

/** A PDF by its objects, which are read when they are asked for. */
export interface Pdf {
  /** In their order. */
  pages: readonly PdfDict[];
  catalog: PdfDict;
  resolve: (ref: PdfRef) => PdfObject | null;
  /** The index of a page that an entry names; -1 where it names none. */
  pageAt(value: unknown): number;
}

/** Opens a PDF with a library that writes none of our editions. */
export async function openPdf(path: string): Promise<Pdf> {
  const document = await PDF.load(await readFile(path));
  const pages = document.getPages();
  const numbers = new Map(pages.map(({ ref }, at) => [ref.objectNumber, at]));
  return {
    pages: pages.map(({ dict }) => dict),
    catalog: document.getCatalog(),
    resolve: (ref) => document.getObject(ref),
    pageAt: (value) => (value instanceof PdfRef ? (numbers.get(value.objectNumber) ?? -1) : -1),
  };
}

/** A value, or what it refers to. */
export function resolved({ resolve }: Pdf, value: PdfObject | undefined): PdfObject | undefined {
  return value instanceof PdfRef ? (resolve(value) ?? undefined) : value;
}

/** The decoded bytes of a stream, or of several as one; undefined where there is none. */
export function bytesOf(pdf: Pdf, value: PdfObject | undefined): Uint8Array | undefined {
  const found = resolved(pdf, value);
  if (found instanceof PdfStream) return found.getDecodedData();
  if (!(found instanceof PdfArray)) return undefined;
  // They are one stream, parted between words (ISO 32000-2, table 31).
  const parts = found.toArray().flatMap((part) => [bytesOf(pdf, part) ?? new Uint8Array(), new Uint8Array([10])]);
  return Buffer.concat(parts);
}

/** The numbers of a list, zero for what is none. */
export function numbersOf(pdf: Pdf, list: PdfArray | undefined): number[] {
  return (list?.toArray() ?? []).map((item) => numberOf(pdf, item));
}

export function numberOf(pdf: Pdf, value: PdfObject | undefined): number {
  const found = resolved(pdf, value);
  return found instanceof PdfNumber ? found.value : 0;
}

/** What a name or a string says. */
export function nameOf(value: PdfObject | undefined): string | undefined {
  if (value instanceof PdfName) return value.value;
  return value instanceof PdfString ? value.asString() : undefined;
}

// A tree of pages or of names is not as deep; one that holds itself would have no end.
const DEEPEST = 32;

/** What a page has, or the nodes above it have for it (ISO 32000-2, 7.7.3.4). */
export function inherited({ resolve }: Pdf, page: PdfDict, key: string): PdfObject | undefined {
  let node: PdfDict | undefined = page;
  for (let depth = 0; node && depth < DEEPEST; depth++) {
    const own = node.get(key, resolve);
    if (own) return own;
    node = node.getDict("Parent", resolve);
  }
  return undefined;
}

/** The leaves of a tree of numbers or names, each key before its value (7.9.6, 7.9.7). */
export function leavesOf(pdf: Pdf, tree: PdfDict | undefined, kind: "Nums" | "Names", depth = 0): PdfObject[] {
  if (!tree || depth > DEEPEST) return [];
  const kids = tree.getArray("Kids", pdf.resolve)?.toArray() ?? [];
  return [
    ...(tree.getArray(kind, pdf.resolve)?.toArray() ?? []),
    ...kids.flatMap((kid) => {
      const node = resolved(pdf, kid);
      return node instanceof PdfDict ? leavesOf(pdf, node, kind, depth + 1) : [];
    }),
  ];
}
