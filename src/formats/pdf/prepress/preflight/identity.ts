import { PDFArray, PDFName } from "@cantoo/pdf-lib";
import { textOf } from "./information.js";
import type { Demand, PressFile } from "./press-file.js";

/** What a file says of itself by every part of the standard. */
export const ANY_IDENTITY: readonly Demand[] = [
  {
    source: "ISO 15930-7; ISO 32000-1, 7.6",
    demand: "The file is not encrypted",
    *find({ document }) {
      if (document.context.trailerInfo.Encrypt) yield "the trailer has Encrypt";
    },
  },
  {
    source: "ISO 15930-7; ISO 32000-1, 14.4",
    demand: "The trailer has an identifier",
    *find({ document: { context } }) {
      const id = context.lookup(context.trailerInfo.ID);
      if (!(id instanceof PDFArray) || id.size() !== 2) yield "the trailer has no ID of two strings";
    },
  },
];

/** What a file of PDF/X-4 says of itself. */
export const IDENTITY: readonly Demand[] = [
  {
    source: "ISO 15930-7; ISO 32000-1, 7.5.2",
    demand: "The file is PDF 1.6 or older",
    *find({ header }) {
      if (!/^%PDF-1\.[0-6]/.test(header)) yield `the header says ${JSON.stringify(header)}`;
    },
  },
  ...ANY_IDENTITY,
  {
    source: "ISO 15930-7, identification",
    demand: "The metadata says that the file is PDF/X-4",
    *find({ metadata }) {
      const version = property(metadata, "pdfxid:GTS_PDFXVersion");
      if (version !== "PDF/X-4") yield `pdfxid:GTS_PDFXVersion is ${version ?? "not there"}`;
    },
  },
  {
    source: "ISO 15930-7; ISO 16684-1, 8.3",
    demand: "The metadata has a title, which is that of the information dictionary",
    *find({ metadata, information }) {
      const title = /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(metadata)?.[1];
      const informed = textOf(information, "Title");
      if (!title) yield "dc:title is not there";
      else if (unescapeXml(title) !== informed) yield `dc:title is ${title}, Title is ${informed ?? "not there"}`;
    },
  },
  {
    source: "ISO 15930-7; ISO 16684-1, 8.4",
    demand: "The metadata has dates of creation, change and metadata, those of the information dictionary",
    find: findDates,
  },
  {
    source: "ISO 15930-7; ISO 16684-2",
    demand: "The metadata names the document, its version and its rendition",
    *find({ metadata }) {
      for (const name of ["xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"]) {
        if (!property(metadata, name)) yield `${name} is not there`;
      }
    },
  },
  {
    source: "ISO 15930-7; ISO 32000-1, 14.11.6",
    demand: "The file says whether it is trapped",
    *find({ metadata, information }) {
      const trapped = information?.lookup(PDFName.of("Trapped"));
      const informed = trapped instanceof PDFName ? trapped.decodeText() : undefined;
      if (informed !== "True" && informed !== "False") yield `Trapped is ${informed ?? "not there"}`;
      const said = property(metadata, "pdf:Trapped");
      if (said !== informed) yield `pdf:Trapped is ${said ?? "not there"}, Trapped is ${informed ?? "not there"}`;
    },
  },
];

function* findDates({ metadata, information }: PressFile): Generator<string> {
  if (!property(metadata, "xmp:MetadataDate")) yield "xmp:MetadataDate is not there";
  const pairs = { "xmp:CreateDate": "CreationDate", "xmp:ModifyDate": "ModDate" };
  for (const [name, key] of Object.entries(pairs)) {
    const said = property(metadata, name);
    const informed = textOf(information, key);
    if (!said || !informed) yield `${said ? key : name} is not there`;
    else if (digits(said) !== digits(informed)) yield `${name} is ${said}, ${key} is ${informed}`;
  }
}

/** Year to second. */
function digits(date: string): string {
  return date.replace(/\D/g, "").slice(0, 14);
}

/** The value of a simple property, written as an element or as an attribute. */
function property(metadata: string, name: string): string | undefined {
  const [, element, attribute] = new RegExp(`<${name}>([^<]*)</${name}>|\\s${name}="([^"]*)"`).exec(metadata) ?? [];
  return element ?? attribute;
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(?:#(x?)([\da-f]+)|(\w+));/gi, (whole, hex, code, name) =>
    code ? String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)) : (named[name] ?? whole),
  );
}
