import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Destinations } from "../destinations.js";
import { labelOf } from "./page-labels.js";
import type { FinishTask } from "./task.js";

/** ISO 14289-1, 7.18.5: a link says where it leads, by the address on the web or by title and page. */
export function describeLinks(document: PDFDocument, { pageOf }: Destinations, task: FinishTask): void {
  for (const page of document.getPages()) {
    for (const item of page.node.Annots()?.asArray() ?? []) {
      const annotation = document.context.lookup(item);
      if (!(annotation instanceof PDFDict)) continue;
      const words = addressOf(annotation) ?? placeOf(annotation, pageOf, task);
      if (words) annotation.set(PDFName.of("Contents"), PDFHexString.fromText(words));
    }
  }
}

function addressOf(annotation: PDFDict): string | undefined {
  const action = annotation.lookupMaybe(PDFName.of("A"), PDFDict);
  return action?.lookupMaybe(PDFName.of("URI"), PDFString, PDFHexString)?.decodeText();
}

function placeOf(annotation: PDFDict, pageOf: Destinations["pageOf"], task: FinishTask): string | undefined {
  const destination = annotation.lookup(PDFName.of("Dest"));
  const name = destination instanceof PDFName || destination instanceof PDFString ? destination.decodeText() : "";
  const page = destination instanceof PDFArray ? undefined : pageOf[name];
  if (page === undefined) return task.words.page;
  const place = `${task.words.page} ${labelOf(page, task.frontPages)}`;
  const title = task.titles[name];
  return title === undefined ? place : `${title}, ${place}`;
}
