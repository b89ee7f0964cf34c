import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { serialize } from "../../src/print/finish/serialize.js";
import { temporaryFolder } from "../support/editions.js";
import { qpdfComplaints } from "../support/poppler.js";

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

  it("says of every packed object in which stream it stands, and at which place there (ISO 32000-1, 7.5.8.3)", async () => {
    const document = await PDFDocument.create();
    document.addPage([100, 100]);
    for (let index = 0; index < 450; index++) document.context.register(document.context.obj({ index }));
    const file = Buffer.from(await serialize(document));
    const streams = new Map(listStreams(file).map((stream) => [stream.number, stream]));
    const table = [...streams.values()].find(({ head }) => head.includes("/XRef"));
    const packed = rowsOf(table?.data ?? Buffer.alloc(0)).flatMap((row, number) =>
      row[0] === 2 ? [{ number, stream: row.readUInt32BE(1), index: row.readUInt16BE(5) }] : [],
    );
    expect(packed.length).toBeGreaterThan(450);
    const numberAt = ({ stream, index }: { stream: number; index: number }): number =>
      Number(streams.get(stream)?.data.toString("latin1").split(" ")[2 * index]);
    expect(packed.map(numberAt)).toEqual(packed.map(({ number }) => number));
  });
});

/** The streams of a PDF, each with its number, its dictionary and its bytes, inflated. */
function listStreams(file: Buffer): { number: number; head: string; data: Buffer }[] {
  const text = file.toString("latin1");
  return [...text.matchAll(/^(\d+) 0 obj\n(<<[\s\S]*?>>)\nstream\n/gm)].flatMap(
    ({ 0: all, 1: number, 2: head, index }) => {
      const begin = index + all.length;
      const bytes = file.subarray(begin, text.indexOf("\nendstream", begin));
      return head?.includes("FlateDecode") ? [{ number: Number(number), head, data: inflateSync(bytes) }] : [];
    },
  );
}

/** The rows of a cross-reference stream of seven bytes each, of which the difference from the row above is stored. */
function rowsOf(data: Buffer): Buffer[] {
  const rows: Buffer[] = [];
  for (let at = 0; at < data.length; at += 8) {
    const above = rows.at(-1);
    rows.push(Buffer.from(data.subarray(at + 1, at + 8).map((byte, column) => byte + (above?.[column] ?? 0))));
  }
  return rows;
}
