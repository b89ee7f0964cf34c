import { type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { readStream } from "../../../../print/streams.js";
import { ContentReader, operatorCode } from "../content-reader.js";
import { contentStreamsOf, namesOf } from "./objects.js";

/** A colour model other than grey. */
export type Model = "RGB" | "CMYK" | "other";

const SPACES: ReadonlyMap<PDFName, Model> = new Map<PDFName, Model>([
  [PDFName.of("DeviceRGB"), "RGB"],
  [PDFName.of("DeviceCMYK"), "CMYK"],
  [PDFName.of("CalRGB"), "other"],
  [PDFName.of("Lab"), "other"],
  [PDFName.of("ICCBased"), "other"],
  [PDFName.of("Separation"), "other"],
  [PDFName.of("DeviceN"), "other"],
]);
const OPERATORS: ReadonlyMap<number, Model> = new Map<number, Model>([
  [operatorCode("rg"), "RGB"],
  [operatorCode("RG"), "RGB"],
  [operatorCode("k"), "CMYK"],
  [operatorCode("K"), "CMYK"],
]);
const SPACE_OPERATORS = new Set(["cs", "CS"].map(operatorCode));
const INLINE_IMAGE = operatorCode("BI");
/** Where none of these letters stands by itself there is none of those operators: most pages need no closer look. */
const ANY_OPERATOR = /(?<![A-Za-z])(?:rg|RG|k|K|cs|CS|BI)(?![A-Za-z])/;

/** The colour models that anything is drawn in, besides grey. */
export function modelsOf(document: PDFDocument): Set<Model> {
  const models = new Set<Model>();
  for (const name of namesOf(document)) {
    const model = SPACES.get(name);
    if (model) models.add(model);
  }
  for (const stream of contentStreamsOf(document)) addModelsIn(readStream(stream), models);
  return models;
}

function addModelsIn(content: Uint8Array, models: Set<Model>): void {
  if (!ANY_OPERATOR.test(Buffer.from(content.buffer, content.byteOffset, content.length).toString("latin1"))) return;
  const reader = new ContentReader(content);
  while (reader.next()) {
    const model = OPERATORS.get(reader.operator);
    if (model) models.add(model);
    else if (SPACE_OPERATORS.has(reader.operator)) {
      const space = SPACES.get(PDFName.of(reader.operand(0).slice(1)));
      if (space) models.add(space);
    } else if (reader.operator === INLINE_IMAGE) {
      const head = Buffer.from(content.subarray(reader.start, reader.end)).toString("latin1").split(" ID")[0] ?? "";
      if (/\/(RGB|DeviceRGB)\b/.test(head)) models.add("RGB");
      if (/\/(CMYK|DeviceCMYK)\b/.test(head)) models.add("CMYK");
    }
  }
}
