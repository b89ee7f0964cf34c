import { readFile, writeFile } from "node:fs/promises";
import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import { present } from "../../library/present.js";
import { type Destinations, destinationsOf } from "../destinations.js";
import type { DeflatedContents } from "../streams.js";
import { markArtifacts } from "./artifacts.js";
import { attachFiles } from "./attachments.js";
import { repairFonts } from "./fonts.js";
import { describeLinks } from "./links.js";
import { writeMetadata } from "./metadata.js";
import { writeOutline } from "./outline.js";
import { declareColours } from "./output-intent.js";
import { labelPages } from "./page-labels.js";
import { serialize } from "./serialize.js";
import { takeMarks } from "./structure/marks.js";
import { readOpenings } from "./structure/openings.js";
import { readStructure } from "./structure/read.js";
import { repairStructure } from "./structure/repair.js";
import { listMeaningfulDrawings, withoutContent } from "./structure/tree.js";
import { writeStructure } from "./structure/write.js";
import type { Finished, FinishTask } from "./task.js";

/**
 * Makes a reading edition of a printed volume: what Chromium leaves out or tags its own way, so that the file conforms to
 * PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3), with the same bytes every time.
 * @returns what there is to tell, and the content of pages without colour, which the press edition draws too
 */
export async function finishVolume(task: FinishTask): Promise<{ finished: Finished; grey: DeflatedContents }> {
  const document = await PDFDocument.load(await readFile(task.file), {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const destinations = destinationsOf(document);
  const structure = readStructure(document);
  const turns = takeMarks(document, structure.root);
  const { decorations, grey } = markArtifacts(document, listMeaningfulDrawings(structure.root));
  const root = withoutContent(structure.root, decorations);
  const openings = readOpenings(document, root);
  writeStructure(document, structure, repairStructure(root, task.words.picture));
  describeLinks(document, destinations, task);
  const strayFonts = repairFonts(document, task.families);
  writeOutline(document, task.outline);
  labelPages(document, task.frontPages);
  writeMetadata(document, task);
  declareColours(document);
  await attachFiles(document, task);
  await writeFile(task.path, await serialize(document));
  const { pages } = destinations;
  return { finished: { pages, places: placesOf(task, destinations), turns, openings, strayFonts }, grey };
}

function placesOf({ places }: FinishTask, { pageOf }: Destinations): Record<string, number> {
  return Object.fromEntries(places.map((name) => [name, present(pageOf[name], "the page of", name)]));
}
