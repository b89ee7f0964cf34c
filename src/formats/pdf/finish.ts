import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import {
  type PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { type Destinations, destinationsOf } from "./destinations.js";
import { renumberStructureIds } from "./structure-ids.js";

export interface OutlineEntry {
  title: string;
  /** Page of the PDF, from 1. */
  page: number;
  children: OutlineEntry[];
}

export interface FinishTask {
  /** The PDF as Chromium printed it. */
  file: string;
  /** Where the finished one goes. */
  path: string;
  title: string;
  creators: string[];
  description?: string;
  subjects: string[];
  language: string;
  /** ISO 8601. */
  date: string;
  /** Pages in roman numbers before the body. */
  frontPages: number;
  outline: OutlineEntry[];
  /** Patterns whose places are to be told. */
  slugs: string[];
  /** Font families that were declared. */
  families: string[];
}

export interface Finished {
  pages: number;
  /** Page of each pattern, from 1. */
  places: Record<string, number>;
  /** Fonts that no declared family accounts for. */
  strayFonts: string[];
}

/**
 * Gives a printed volume what Chromium leaves out: outline, page labels, language, metadata, and the same bytes every
 * time. Runs in a worker thread.
 */
export async function finishVolume(task: FinishTask): Promise<Finished> {
  const document = await PDFDocument.load(await readFile(task.file), { updateMetadata: false });
  const destinations = destinationsOf(document);
  describe(document, task);
  labelPages(document, task.frontPages);
  writeOutline(document, task.outline);
  renumberStructureIds(document);
  const bytes = await document.save({ useObjectStreams: true, updateFieldAppearances: false });
  await writeFile(task.path, bytes);
  return {
    pages: destinations.pages,
    places: placesOf(task, destinations),
    strayFonts: findStrayFonts(document, task),
  };
}

function placesOf({ slugs }: FinishTask, { byName }: Destinations): Record<string, number> {
  return Object.fromEntries(slugs.map((slug) => [slug, byName[slug]?.page ?? 0]));
}

function describe(document: PDFDocument, task: FinishTask): void {
  const date = new Date(task.date);
  document.setTitle(task.title, { showInWindowTitleBar: true });
  document.setLanguage(task.language);
  document.setCreator("Pattern Press");
  document.setCreationDate(date);
  document.setModificationDate(date);
  if (task.creators.length > 0) document.setAuthor(task.creators.join(", "));
  if (task.description) document.setSubject(task.description);
  if (task.subjects.length > 0) document.setKeywords(task.subjects);
  document.context.trailerInfo.ID = fileIdentifier(document.context.obj([]), task);
}

/** ISO 32000-1, 14.4: two strings that tell one file from another; here they follow from what it says. */
function fileIdentifier(array: PDFArray, task: FinishTask): PDFArray {
  const { file: _, path: __, ...content } = task;
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 32);
  array.push(PDFHexString.of(hash));
  array.push(PDFHexString.of(hash));
  return array;
}

/** ISO 32000-1, 12.4.2: i, ii, … for the front matter, then 1, 2, …. */
function labelPages(document: PDFDocument, frontPages: number): void {
  const { context, catalog } = document;
  const decimal = { S: PDFName.of("D") };
  const ranges = frontPages > 0 ? [0, { S: PDFName.of("r") }, frontPages, decimal] : [0, decimal];
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: ranges }));
}

/** ISO 32000-1, 12.3.3. */
function writeOutline(document: PDFDocument, entries: readonly OutlineEntry[]): void {
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

function findStrayFonts(document: PDFDocument, { families }: FinishTask): string[] {
  const declared = families.map(bareName);
  const stray = new Set<string>();
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of("Type")) !== PDFName.of("Font")) continue;
    const name = object.lookupMaybe(PDFName.of("BaseFont"), PDFName)?.decodeText() ?? "unnamed font";
    const bare = bareName(name.replace(/^[A-Z]{6}\+/, ""));
    if (!declared.some((family) => bare.startsWith(family))) stray.add(name);
  }
  return [...stray];
}

function bareName(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}
