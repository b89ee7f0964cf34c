import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { writeOutline } from "../../../src/print/finish/outline.js";
import type { OutlineEntry } from "../../../src/print/finish/task.js";

const entry = (title: string, page: number, ...children: OutlineEntry[]): OutlineEntry => ({ title, page, children });

async function outlineOf(...entries: OutlineEntry[]): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  for (const height of [500, 600, 700]) document.addPage([300, height]);
  writeOutline(document, entries);
  return document;
}

function nameOf(item: PDFDict | undefined): string {
  return item?.lookup(PDFName.of("Title"), PDFHexString).decodeText() ?? "";
}

/** The items below a dictionary, followed as a reader follows them. */
function itemsIn(parent: PDFDict): PDFDict[] {
  const items: PDFDict[] = [];
  let item = parent.lookupMaybe(PDFName.of("First"), PDFDict);
  for (; item; item = item.lookupMaybe(PDFName.of("Next"), PDFDict)) items.push(item);
  return items;
}

describe("the outline of a PDF", () => {
  it("opens with its first level alone: what is below it is counted as closed (ISO 32000-1, 12.3.3)", async () => {
    const chapter = entry("Chapter", 2, entry("One", 2), entry("Two", 3), entry("Three", 3));
    const document = await outlineOf(entry("Guide", 1), entry("Part", 1, chapter), entry("Index", 3));
    const root = document.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    const countOf = (item: PDFDict | undefined) => item?.lookupMaybe(PDFName.of("Count"), PDFNumber)?.asNumber();
    expect(itemsIn(root).map(nameOf)).toEqual(["Guide", "Part", "Index"]);
    expect(countOf(root)).toBe(3);
    const [guide, part] = itemsIn(root);
    const [inner] = part ? itemsIn(part) : [];
    expect([guide, part, inner].map(countOf)).toEqual([undefined, -1, -3]);
    expect(document.catalog.get(PDFName.of("PageMode"))).toBe(PDFName.of("UseOutlines"));
  });

  it("is chained both ways, each item to its parent", async () => {
    const document = await outlineOf(entry("Part", 1, entry("One", 1), entry("Two", 2), entry("Three", 3)));
    const root = document.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    const [part] = itemsIn(root);
    const items = part ? itemsIn(part) : [];
    const before = items.map((item) => nameOf(item.lookupMaybe(PDFName.of("Prev"), PDFDict)));
    expect(items.map(nameOf)).toEqual(["One", "Two", "Three"]);
    expect(before).toEqual(["", "One", "Two"]);
    expect(items.every((item) => item.lookup(PDFName.of("Parent")) === part)).toBe(true);
    expect(nameOf(part?.lookup(PDFName.of("Last"), PDFDict))).toBe("Three");
    expect(part?.lookup(PDFName.of("Parent"))).toBe(root);
  });

  it("leads to the head of each page", async () => {
    const document = await outlineOf(entry("Two", 2), entry("Three", 3));
    const destinations = itemsIn(document.catalog.lookup(PDFName.of("Outlines"), PDFDict)).map((item) =>
      item.lookup(PDFName.of("Dest"), PDFArray),
    );
    const pages = document.getPages();
    expect(destinations.map((one) => pages.findIndex(({ ref }) => ref === one.get(0)))).toEqual([1, 2]);
    expect(destinations.map((one) => one.lookup(3, PDFNumber).asNumber())).toEqual([600, 700]);
  });

  it("is none where there is nothing to list", async () => {
    expect((await outlineOf()).catalog.has(PDFName.of("Outlines"))).toBe(false);
  });
});
