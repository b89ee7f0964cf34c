import { type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, type PDFRef } from "@cantoo/pdf-lib";
import type { OutlineEntry } from "./task.js";

/** ISO 32000-1, 12.3.3. */
export function writeOutline(document: PDFDocument, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return;
  const { context, catalog } = document;
  const pages = document.getPages();
  const root = context.nextRef();
  const write = (parent: PDFRef, children: readonly OutlineEntry[]): PDFRef[] => {
    const refs = children.map(() => context.nextRef());
    for (const [index, entry] of children.entries()) {
      const ref = refs[index];
      const page = pages[entry.page - 1];
      if (!ref || !page) continue;
      const inner = write(ref, entry.children);
      const item: Record<string, PDFObject> = {
        Title: PDFHexString.fromText(entry.title),
        Parent: parent,
        Dest: context.obj([page.ref, PDFName.of("XYZ"), PDFNumber.of(0), PDFNumber.of(page.getHeight()), null]),
      };
      const [previous, next] = [refs[index - 1], refs[index + 1]];
      if (previous) item.Prev = previous;
      if (next) item.Next = next;
      const [first, last] = [inner[0], inner.at(-1)];
      // Closed below the first level: a negative count says how many would open.
      if (first && last) Object.assign(item, { First: first, Last: last, Count: PDFNumber.of(-inner.length) });
      context.assign(ref, context.obj(item));
    }
    return refs;
  };
  const top = write(root, entries);
  const [first, last] = [top[0], top.at(-1)];
  if (!first || !last) return;
  context.assign(root, context.obj({ Type: PDFName.of("Outlines"), First: first, Last: last, Count: top.length }));
  catalog.set(PDFName.of("Outlines"), root);
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}
