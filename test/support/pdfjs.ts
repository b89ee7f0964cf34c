import { readFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What Mozilla's reader finds on each page of a PDF: labels, and text by the number of its marked content. */
export async function readByPdfJs(path: string): Promise<{ label: string; texts: Map<number, string> }[]> {
  const data = new Uint8Array(await readFile(path));
  const document = await getDocument({ data, verbosity: 0, useSystemFonts: false, isEvalSupported: false }).promise;
  try {
    const labels = (await document.getPageLabels()) ?? [];
    const pages = [];
    for (let at = 1; at <= document.numPages; at++) {
      const page = await document.getPage(at);
      const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      pages.push({ label: labels[at - 1] ?? "", texts: textByContent(items) });
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

type Item = { str: string; hasEOL: boolean } | { type: string; id?: string | null };

function textByContent(items: readonly Item[]): Map<number, string> {
  const texts = new Map<number, string>();
  const open: (number | null)[] = [];
  for (const item of items) {
    if (!("str" in item)) {
      if (item.type === "endMarkedContent") open.pop();
      // `p12R_mc3` is content 3 of the page that is object 12.
      else open.push(!item.id ? null : Number(/\d+$/.exec(item.id)?.[0]));
      continue;
    }
    const id = open.findLast((each) => each !== null);
    if (typeof id === "number") texts.set(id, `${texts.get(id) ?? ""}${item.str}${item.hasEOL ? "\n" : ""}`);
  }
  return texts;
}
