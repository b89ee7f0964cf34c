import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import { readStream } from "../../../../print/streams.js";
import { REGISTRY } from "../conform.js";
import { readProfile } from "../press-profile.js";
import type { Demand } from "./press-file.js";

/** For what paper and ink a file is made, and in what colours it is drawn. */
export const COLOUR: readonly Demand[] = [
  {
    source: "ISO 15930-7; ISO 32000-1, 14.11.5",
    demand: "There is one output intent for PDF/X, and it names the printing condition",
    *find({ document }) {
      const intents = intentsOf(document);
      if (intents.length !== 1) yield `there are ${intents.length}`;
      for (const intent of intents) {
        const identifier = intent.lookup(PDFName.of("OutputConditionIdentifier"));
        if (!(identifier instanceof PDFString || identifier instanceof PDFHexString)) yield "it has no identifier";
      }
    },
  },
  {
    source: "ISO 15930-7; ICC.1:2010, 7.2",
    demand: "The output intent has the profile of a printing condition",
    *find({ document, task: { settings } }) {
      for (const intent of intentsOf(document)) {
        if (settings.condition === undefined) yield* findProfileFaults(intent);
        else yield* findOtherCondition(intent, settings.condition);
      }
    },
  },
  {
    source: "ISO 15930-7; ISO 32000-1, 8.6",
    demand: "Colours are those of the printing condition: no RGB; four inks where it has four",
    *find({ document, models: used, task: { settings } }) {
      if (used.has("RGB")) yield "something is drawn in DeviceRGB";
      // Conditions that are named are of four inks.
      if (used.has("CMYK") && settings.condition === undefined && componentsOf(document) !== 4)
        yield "something is drawn in DeviceCMYK for a grey condition";
    },
  },
  {
    source: "the press edition",
    demand: "Everything is drawn in one ink",
    *find({ models }) {
      for (const model of models) yield `something is drawn in ${model === "other" ? "another colour space" : model}`;
    },
  },
];

function intentsOf({ catalog }: PDFDocument): PDFDict[] {
  const intents = catalog.lookup(PDFName.of("OutputIntents"));
  if (!(intents instanceof PDFArray)) return [];
  return intents.asArray().flatMap((_, index) => {
    const intent = intents.lookup(index);
    const isForPress = intent instanceof PDFDict && intent.lookup(PDFName.of("S")) === PDFName.of("GTS_PDFX");
    return isForPress ? [intent] : [];
  });
}

function* findProfileFaults(intent: PDFDict): Generator<string> {
  const stream = intent.lookup(PDFName.of("DestOutputProfile"));
  if (!(stream instanceof PDFRawStream)) {
    yield "it has no profile";
    return;
  }
  try {
    const { components } = readProfile(readStream(stream));
    const said = stream.dict.lookup(PDFName.of("N"))?.toString();
    if (said !== String(components)) yield `the profile has ${components} channels; N is ${said ?? "not there"}`;
  } catch (error) {
    yield `the profile ${error instanceof Error ? error.message : "is broken"}`;
  }
}

/** A condition of the registry stands in the place of a profile. */
function* findOtherCondition(intent: PDFDict, condition: string): Generator<string> {
  for (const [key, expected] of [
    ["OutputConditionIdentifier", condition],
    ["RegistryName", REGISTRY],
  ] as const) {
    const value = intent.lookup(PDFName.of(key));
    const said = value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "not there";
    if (said !== expected) yield `${key} is ${said}, expected ${expected}`;
  }
}

function componentsOf(document: PDFDocument): number | undefined {
  const stream = intentsOf(document)[0]?.lookup(PDFName.of("DestOutputProfile"));
  return stream instanceof PDFRawStream ? Number(stream.dict.lookup(PDFName.of("N"))?.toString()) : undefined;
}
