import { readFile, writeFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readContent } from "../../src/verify/editions/pdf/content/read-content.js";
import { openPdf } from "../../src/verify/editions/pdf/open-pdf.js";

/** Takes things out of finished editions by hand, as an accident would. */

/** Changes one part of a zip. Throws where the change changes nothing. */
export async function changePart(file: string, part: RegExp, change: (text: string) => string): Promise<void> {
  const entries = unzipSync(await readFile(file));
  let changed = false;
  for (const [name, bytes] of Object.entries(entries)) {
    if (!part.test(name)) continue;
    const before = strFromU8(bytes);
    const after = change(before);
    changed ||= after !== before;
    entries[name] = strToU8(after);
  }
  if (!changed) throw new Error(`nothing to change in ${file}`);
  await writeFile(file, zipSync(entries, { level: 0 }));
}

/** Changes the record of a pattern in the lines of a dataset. */
export async function changeRecord(file: string, slug: string, change: (record: string) => string): Promise<void> {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split("\n");
  const at = lines.findIndex((line) => line.includes(`"slug":"${slug}",`));
  const before = lines[at] ?? "";
  lines[at] = change(before);
  if (lines[at] === before) throw new Error(`nothing to change in ${file}`);
  await writeFile(file, gzipSync(lines.join("\n")));
}

/** Takes the text of one marked content off its page: the tags stay, and there is nothing in them. */
export async function blankText(file: string, text: string): Promise<void> {
  const { page, content } = await findContent(file, text);
  await changePdf(file, (document) => {
    const node = document.getPage(page).node;
    const stream = node.Contents();
    if (!(stream instanceof PDFRawStream)) throw new Error("the page has no single stream");
    const before = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
    const after = blankContent(before, content);
    if (after === before) throw new Error(`no content ${content}`);
    node.set(PDFName.of("Contents"), document.context.register(document.context.flateStream(after)));
  });
}

/** The page, from 0, and the number of the marked content in which a text stands. */
async function findContent(file: string, text: string): Promise<{ page: number; content: number }> {
  const pdf = await openPdf(file);
  const fonts = new Map();
  for (const [page, dict] of pdf.pages.entries()) {
    for (const [content, { text: said }] of readContent(pdf, dict, fonts)) {
      if (content >= 0 && said.replace(/\s+/g, " ").includes(text)) return { page, content };
    }
  }
  throw new Error(`“${text}” is not in ${file}`);
}

function blankContent(stream: string, content: number): string {
  const start = stream.search(new RegExp(`/MCID ${content} *>> *BDC`));
  let depth = 0;
  let end = start;
  for (const match of stream.slice(start).matchAll(/\b(?:BDC|BMC|EMC)\b/g)) {
    depth += match[0] === "EMC" ? -1 : 1;
    end = start + match.index;
    if (depth === 0) break;
  }
  return stream.slice(0, start) + stream.slice(start, end).replace(/<[\dA-F]+> Tj/g, "<> Tj") + stream.slice(end);
}

/** Takes the links to an address off the pages. */
export async function dropLinks(file: string, address: string): Promise<void> {
  await changePdf(file, (document) => {
    for (const page of document.getPages()) dropAnnotations(page, (dict) => addressOf(dict) === address);
  });
}

function dropAnnotations(page: PDFPage, isDropped: (annotation: PDFDict) => boolean): void {
  const annotations = page.node.Annots();
  for (let at = (annotations?.size() ?? 0) - 1; at >= 0; at--) {
    if (isDropped(annotations?.lookup(at, PDFDict) ?? page.node)) annotations?.remove(at);
  }
}

function addressOf(annotation: PDFDict): string | undefined {
  return annotation.lookupMaybe(PDFName.of("A"), PDFDict)?.lookupMaybe(PDFName.of("URI"), PDFString)?.decodeText();
}

/** Makes nothing of the figure that is described so: a reader who listens is not told of it. */
export async function dropFigure(file: string, alt: string): Promise<void> {
  await changePdf(file, (document) => {
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict)) continue;
      const said = object.get(PDFName.of("Alt"));
      if (!(said instanceof PDFString || said instanceof PDFHexString) || !said.decodeText().includes(alt)) continue;
      object.set(PDFName.of("S"), PDFName.of("NonStruct"));
      object.delete(PDFName.of("Alt"));
    }
  });
}

/** Takes a page out, from 1. */
export async function dropPage(file: string, page: number): Promise<void> {
  await changePdf(file, (document) => document.removePage(page - 1));
}

/** Leaves nothing on a page, from 1. */
export async function blankPage(file: string, page: number): Promise<void> {
  await changePdf(file, (document) => {
    document
      .getPage(page - 1)
      .node.set(PDFName.of("Contents"), document.context.register(document.context.flateStream("")));
  });
}

/** Takes the box off a page, from 1, to which it is trimmed. */
export async function dropTrimBox(file: string, page: number): Promise<void> {
  await changePdf(file, (document) => document.getPage(page - 1).node.delete(PDFName.of("TrimBox")));
}

async function changePdf(file: string, change: (document: PDFDocument) => unknown): Promise<void> {
  const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
  change(document);
  await writeFile(file, await document.save({ useObjectStreams: false }));
}

/** The label of a page, one further than it is. */
export async function shiftLabels(file: string): Promise<void> {
  await changePdf(file, ({ catalog, context }) => {
    const labels = context.obj({ Nums: [0, { S: "D", St: 700 }] });
    catalog.set(PDFName.of("PageLabels"), labels);
  });
}
