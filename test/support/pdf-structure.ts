import { readOnce } from "./read-once.js";

/** A link of a page to a place in the same file. */
export interface InnerLink {
  /** From 1. */
  page: number;
  /** `common-well--ref-3`. */
  destination: string;
  /** Where it leads; undefined where there is no such destination or no such page. */
  target: number | undefined;
  /** What a screen reader says of it. */
  description: string;
}

export interface OutlineItem {
  title: string;
  /** 1 for a part. */
  level: number;
  page: number | undefined;
}

/** What stands beside the pages of a PDF, as qpdf reads it. */
export interface PdfStructure {
  /** `iv`, `17`, page by page. */
  labels: string[];
  /** Page of every named destination. */
  destinations: Map<string, number>;
  links: InnerLink[];
  outline: OutlineItem[];
}

/** What is used of an object in qpdf's JSON. */
interface PdfObject {
  "/Root"?: string;
  "/Dests"?: string;
  "/Annots"?: string | string[];
  "/Subtype"?: string;
  "/Dest"?: string;
  "/A"?: { "/URI"?: string };
  "/Contents"?: string;
}

interface LabelRange {
  index: number;
  label: { "/S"?: string; "/St"?: number; "/P"?: string };
}

interface QpdfOutline {
  title: string;
  kids: QpdfOutline[];
  destpageposfrom1: number | null;
}

interface QpdfJson {
  pages: { object: string; pageposfrom1: number }[];
  pagelabels: LabelRange[];
  outlines: QpdfOutline[];
  qpdf: [unknown, Record<string, { value?: unknown }>];
}

/** Labels, inner links and outline of a PDF. */
export async function pdfStructure(file: string): Promise<PdfStructure> {
  // Of its warnings qpdfComplaints is the judge.
  const keys = ["pages", "pagelabels", "outlines", "qpdf"].map((key) => `--json-key=${key}`);
  const json: QpdfJson = JSON.parse(
    await readOnce("qpdf", ["--json", "--warning-exit-0", "--json-stream-data=none", ...keys], file),
  );
  const places = readPlaces(json);
  return {
    labels: readLabels(json.pagelabels, json.pages.length),
    destinations: new Map([...places].flatMap(([name, page]) => (page ? [[name.slice(1), page] as const] : []))),
    links: readLinks(json, places),
    outline: json.outlines.flatMap((item) => readOutline(item, 1)),
  };
}

function readLabels(ranges: readonly LabelRange[], pages: number): string[] {
  return Array.from({ length: pages }, (_, page) => {
    const range = ranges.findLast(({ index }) => index <= page);
    if (!range) return "";
    const { "/S": style, "/St": start = 1, "/P": prefix = "" } = range.label;
    const number = start + page - range.index;
    return prefix.replace(/^u:/, "") + (style === "/r" ? roman(number) : String(number));
  });
}

const ROMAN: readonly [number, string][] = [
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(number: number): string {
  const [value, letters] = ROMAN.find(([each]) => each <= number) ?? [0, ""];
  return value ? letters + roman(number - value) : "";
}

type Objects = QpdfJson["qpdf"][1];

/** Every object that is looked up here is a dictionary; its fields are looked at one by one. */
function dictionary(objects: Objects, reference: string): PdfObject {
  return (objects[`obj:${reference}`]?.value ?? {}) as PdfObject;
}

/** Page of every named destination; none where it leads to no page of the file. */
function readPlaces({ pages, qpdf: [, objects] }: QpdfJson): Map<string, number | undefined> {
  const numbers = new Map(pages.map(({ object, pageposfrom1 }) => [object, pageposfrom1]));
  const trailer = objects.trailer?.value as PdfObject; // a dictionary, too
  const catalog = dictionary(objects, trailer["/Root"] ?? "");
  const names = Object.entries(dictionary(objects, catalog["/Dests"] ?? ""));
  return new Map(names.map(([name, place]) => [name, Array.isArray(place) ? numbers.get(place[0]) : undefined]));
}

function readLinks(
  { pages, qpdf: [, objects] }: QpdfJson,
  places: ReadonlyMap<string, number | undefined>,
): InnerLink[] {
  return pages.flatMap(({ object, pageposfrom1: page }) => {
    const { "/Annots": annotations = [] } = dictionary(objects, object);
    const list = Array.isArray(annotations) ? annotations : (objects[`obj:${annotations}`]?.value as string[]); // of links
    return list.flatMap((reference): InnerLink[] => {
      const annotation = dictionary(objects, reference);
      const { "/Subtype": kind, "/Dest": destination = "", "/Contents": description = "" } = annotation;
      if (kind !== "/Link" || annotation["/A"]?.["/URI"]) return [];
      const target = places.get(destination);
      return [{ page, destination: destination.slice(1), target, description: description.replace(/^u:/, "") }];
    });
  });
}

function readOutline({ title, kids, destpageposfrom1 }: QpdfOutline, level: number): OutlineItem[] {
  return [
    { title, level, page: destpageposfrom1 ?? undefined },
    ...kids.flatMap((item) => readOutline(item, level + 1)),
  ];
}
