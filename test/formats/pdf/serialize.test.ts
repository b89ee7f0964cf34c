import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { serialize } from "../../../src/formats/pdf/finish/serialize.js";
import { temporaryFolder } from "../../support/editions.js";
import { qpdfComplaints } from "../../support/poppler.js";

describe("the file of a reading edition", () => {
  const folder = temporaryFolder();

  it("is one that qpdf has nothing against, with every object in it", async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([100, 100]);
    page.drawText("Text");
    const refs = Array.from({ length: 450 }, (_, index) => document.context.register(document.context.obj({ index })));
    for (const ref of refs.slice(100, 300)) document.context.delete(ref);
    const bytes = await serialize(document);
    const file = join(folder, "serialized.pdf");
    await writeFile(file, bytes);
    expect(await qpdfComplaints(file)).toBe("");
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    const found = refs.map((ref) => read.context.lookupMaybe(ref, PDFDict)?.get(PDFName.of("index"))?.toString());
    expect(found).toEqual(refs.map((_, index) => (index >= 100 && index < 300 ? undefined : String(index))));
  });

  it("begins every object on a line of its own (ISO 19005-3, 6.1.9)", async () => {
    const document = await PDFDocument.create();
    document.addPage([100, 100]).drawText("Text");
    const text = Buffer.from(await serialize(document)).toString("latin1");
    expect(text.startsWith("%PDF-1.7\n")).toBe(true);
    expect(text.match(/\d+ 0 obj/g)?.length).toBeGreaterThan(1);
    expect(text.match(/(?<!\n)(?<!\d)\d+ 0 obj/g)).toBeNull();
  });
});
