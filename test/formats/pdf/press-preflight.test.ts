import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFHeader, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { DEMANDS, preflight } from "../../../src/formats/pdf/prepress/preflight/index.js";
import { preparePress } from "../../../src/formats/pdf/prepress/prepare-press.js";
import { refuseProfile } from "../../../src/formats/pdf/prepress/press-profile.js";
import type { Check, PressTask } from "../../../src/formats/pdf/prepress/press-task.js";
import { srgbProfile } from "../../../src/print/icc/srgb.js";
import { temporaryFolder } from "../../support/editions.js";

const folder = temporaryFolder();
const name = (key: string): PDFName => PDFName.of(key);

const TASK: PressTask = {
  file: join(folder, "printed.pdf"),
  path: join(folder, "press.pdf"),
  title: "Bread & <Roses> — 面包",
  creators: ["Ada"],
  date: "2026-03-27T12:00:00.000Z",
  trim: { width: 200, height: 300 },
  settings: { bleed: 9, cropMarks: false, pageMultiple: 4, minimumDpi: 300 },
};

/** Three pages, one of them on its side, with a rule in red and a picture in RGB of 72 pixels an inch. */
async function printPages(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const { context } = document;
  const picture = PDFRawStream.of(
    context.obj({
      Type: "XObject",
      Subtype: "Image",
      Width: 2,
      Height: 1,
      BitsPerComponent: 8,
      ColorSpace: "DeviceRGB",
    }),
    Uint8Array.from([255, 0, 0, 255, 255, 255]),
  );
  for (const size of [
    [200, 300],
    [300, 200],
    [200, 300],
  ] as const) {
    const page = document.addPage([...size]);
    page.node.setXObject(name("X1"), context.register(picture));
    page.node.set(
      name("Contents"),
      context.register(context.stream("1 0 0 rg 0 0 20 10 re f q 2 0 0 1 50 50 cm /X1 Do Q")),
    );
    page.node.set(name("Annots"), context.obj([context.obj({ Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9] })]));
  }
  return document.save();
}

/** A change that makes a file break the demand of this name, and the others that must then break with it. */
const BREACHES: Record<string, (document: PDFDocument) => void> = {
  "The file is PDF 1.6 or older": ({ context }) => {
    context.header = PDFHeader.forVersion(1, 7);
  },
  "The file is not encrypted": ({ context }) => {
    context.trailerInfo.Encrypt = context.register(context.obj({ Filter: "Standard" }));
  },
  "The trailer has an identifier": ({ context }) => {
    delete context.trailerInfo.ID;
  },
  "The metadata says that the file is PDF/X-4": inMetadata("PDF/X-4<", "PDF/X-1a<"),
  "The metadata has a title, which is that of the information dictionary": inMetadata("Bread", "Cake"),
  "The metadata has dates of creation, change and metadata, those of the information dictionary": inMetadata(
    "<xmp:ModifyDate>2026",
    "<xmp:ModifyDate>2027",
  ),
  "The metadata names the document, its version and its rendition": inMetadata(
    "<xmpMM:VersionID>1<",
    "<xmpMM:VersionID><",
  ),
  "The file says whether it is trapped": (document) => informationOf(document).delete(name("Trapped")),
  "There is one output intent for PDF/X, and it names the printing condition": (document) =>
    intentOf(document).delete(name("OutputConditionIdentifier")),
  "The output intent has the profile of a printing condition": (document) => {
    const stream = PDFRawStream.of(document.context.obj({ N: 3 }), srgbProfile());
    intentOf(document).set(name("DestOutputProfile"), document.context.register(stream));
  },
  "Colours are those of the printing condition: no RGB; four inks where it has four": onFirstPage("1 0 0 rg"),
  "Everything is drawn in one ink": onFirstPage("/Separation cs"),
  "All fonts are embedded": ({ context }) => {
    context.register(context.obj({ Type: "Font", Subtype: "Type1", BaseFont: "Helvetica" }));
  },
  "No tones are transferred": ({ context }) => {
    context.register(context.obj({ Type: "ExtGState", TR: "Identity" }));
  },
  "Halftones are left to the printer": ({ context }) => {
    context.register(context.obj({ Type: "Halftone", HalftoneType: 6 }));
  },
  "Everything drawn is in the file, and once: no OPI, PostScript, references or alternate pictures": ({ context }) => {
    context.register(context.obj({ Type: "XObject", Subtype: "PS" }));
  },
  "Streams are not compressed by LZW, nor encrypted one by one": ({ context }) => {
    context.register(PDFRawStream.of(context.obj({ Filter: "LZWDecode" }), new Uint8Array(1)));
  },
  "Every page has a trim box and no art box": (document) => {
    document.getPage(1).node.set(name("ArtBox"), document.context.obj([9, 9, 209, 309]));
  },
  "Of every page the trim lies in the bleed, and the bleed on the sheet": (document) => {
    document.getPage(1).node.set(name("MediaBox"), document.context.obj([5, 5, 213, 313]));
  },
  "There are no annotations on the pages": (document) => {
    document.getPage(0).node.set(name("Annots"), document.context.obj([document.context.obj({ Type: "Annot" })]));
  },
  "There are no actions, scripts or forms": ({ catalog, context }) => {
    catalog.set(name("OpenAction"), context.obj({ S: "Named" }));
  },
  "Every page is trimmed to the size that is configured": (document) => {
    document.getPage(2).node.set(name("TrimBox"), document.context.obj([9, 9, 208, 309]));
  },
  "Every page has the bleed that is configured, on all sides": (document) => {
    document.getPage(2).node.set(name("BleedBox"), document.context.obj([2, 0, 218, 318]));
  },
  "The number of pages is the multiple that is configured": (document) => document.removePage(3),
  "Pictures have the pixels per inch that are configured": onFirstPage("q 200 0 0 200 0 0 cm /X1 Do Q"),
};

const PACKED =
  "Every object is written out, with a plain table of where they are: no object or cross-reference streams";

/** Where one fault breaks two demands. */
const ALSO: Record<string, string[]> = {
  // It is of PDF 1.5.
  [PACKED]: ["The file is PDF 1.3 or older"],
  "Colours are those of the printing condition: no RGB; four inks where it has four": [
    "Everything is drawn in one ink",
  ],
  "Every page is trimmed to the size that is configured": ["Every page has the bleed that is configured, on all sides"],
};

describe("the preflight of a press edition", () => {
  let press: Uint8Array;
  let checks: Check[];

  beforeAll(async () => {
    writeFileSync(TASK.file, await printPages());
    ({ checks } = await preparePress(TASK));
    press = readFileSync(TASK.path);
  });

  it("finds nothing but the coarse picture in a file of ours", () => {
    expect(checks.filter(({ ok }) => !ok)).toEqual([
      {
        source: "pdf.press.minimumDpi",
        demand: "Pictures have the pixels per inch that are configured",
        ok: false,
        faults: ["page 1: a picture has 72", "page 2: a picture has 72", "page 3: a picture has 72"],
      },
    ]);
  });

  it.each(DEMANDS.map(({ demand }) => demand))("says so where it does not hold: %s", async (demand) => {
    const settings = { ...TASK.settings, minimumDpi: 72 };
    const document = await PDFDocument.load(press, { updateMetadata: false });
    const sound = await preflight(press, { ...TASK, settings });
    expect(sound.filter(({ ok }) => !ok)).toEqual([]);
    BREACHES[demand]?.(document);
    const bytes = await document.save({ useObjectStreams: false, updateFieldAppearances: false });
    const broken = (await preflight(bytes, { ...TASK, settings })).filter(({ ok }) => !ok);
    expect(broken.map((check) => check.demand).sort()).toEqual([demand, ...(ALSO[demand] ?? [])].sort());
    expect(broken.every(({ faults }) => faults.length > 0)).toBe(true);
  });

  it("turns a page that lies on its side into the trim", async () => {
    const document = await PDFDocument.load(press);
    expect(document.getPages().map((page) => page.getSize())).toEqual(Array(4).fill({ width: 218, height: 318 }));
  });

  it("is the same, byte for byte, when it is made again", async () => {
    const path = join(mkdtempSync(join(folder, "again-")), "press.pdf");
    await preparePress({ ...TASK, path });
    expect(readFileSync(path).equals(press)).toBe(true);
  });
});

/** The same for the older parts of the standard, and for what a printer says besides. */
const OLDER_BREACHES: Record<string, (document: PDFDocument) => void> = {
  "The file is PDF 1.3 or older": ({ context }) => {
    context.header = PDFHeader.forVersion(1, 4);
  },
  // How it is saved.
  [PACKED]: () => {},
  "The information dictionary says to which part of the standard the file conforms": (document) =>
    informationOf(document).delete(name("GTS_PDFXConformance")),
  "The information dictionary has a title, and dates of creation and change": (document) =>
    informationOf(document).delete(name("ModDate")),
  "The information dictionary says whether the file is trapped": (document) =>
    informationOf(document).set(name("Trapped"), name("Unknown")),
  "The output intent has the profile of a printing condition": (document) =>
    intentOf(document).delete(name("RegistryName")),
  "Nothing is transparent": ({ catalog, context }) => catalog.set(name("State"), context.obj({ ca: 0.5 })),
  "Streams are compressed as PDF 1.3 has it: no JPEG 2000, no JBIG2": ({ catalog, context }) =>
    catalog.set(name("Picture"), context.obj({ Filter: "JPXDecode" })),
  "Fonts are embedded as PDF 1.3 has it: not as OpenType": ({ catalog, context }) =>
    catalog.set(name("Face"), context.obj({ Subtype: "OpenType" })),
  "There are no layers, tags of content, or pictures of sixteen bits": ({ catalog, context }) =>
    catalog.set(name("OCProperties"), context.obj({})),
  "Every page has the bleed that is configured, and none on the side of the binding": (document) =>
    document.getPage(2).node.set(name("BleedBox"), document.context.obj([0, 5, 209, 318])),
  "There are as many pages as the printer binds": (document) => {
    for (const { node } of document.getPages()) {
      const copy = document.addPage([209, 318]).node;
      for (const box of ["TrimBox", "BleedBox", "MediaBox"].map(name))
        copy.set(box, node.lookup(box, PDFArray).clone());
    }
  },
  "No type is smaller than the printer's smallest": onFirstPage("BT 0.5 0 0 -0.5 20 50 Tm /F1 13.8 Tf (x) Tj ET"),
  "No small type is in a tint": onFirstPage("q 0.5 0 0 0.5 0 0 cm BT 0.4 g /F1 16 Tf (x) Tj ET Q"),
};

describe("the preflight of PDF/X-1a for a printer", () => {
  const settings: PressTask["settings"] = {
    ...TASK.settings,
    minimumDpi: 72,
    standard: "PDF/X-1a:2001",
    condition: "CGATS TR 001",
    boundAt: "left",
    limits: { fewestPages: 4, mostPages: 4, smallestType: 7, solidBelow: 9 },
  };
  const task: PressTask = { ...TASK, path: join(folder, "older.pdf"), settings };
  let press: Uint8Array;
  let checks: Check[];

  beforeAll(async () => {
    writeFileSync(TASK.file, await printPages());
    ({ checks } = await preparePress(task));
    press = readFileSync(task.path);
  });

  it("finds nothing in a file of ours, and asks for all that the newest part does not", () => {
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    const demands = checks.map(({ demand }) => demand);
    expect(demands).toEqual(expect.arrayContaining(Object.keys(OLDER_BREACHES)));
  });

  it.each(Object.keys(OLDER_BREACHES))("says so where it does not hold: %s", async (demand) => {
    const document = await PDFDocument.load(press, { updateMetadata: false });
    OLDER_BREACHES[demand]?.(document);
    const bytes = await document.save({ useObjectStreams: demand === PACKED, updateFieldAppearances: false });
    const broken = (await preflight(bytes, task)).filter(({ ok }) => !ok);
    expect(broken.map((check) => check.demand).sort()).toEqual([demand, ...(ALSO[demand] ?? [])].sort());
    expect(broken.every(({ faults }) => faults.length > 0)).toBe(true);
  });

  it("leaves the bleed away on the side of the binding, and makes it of the page where something reaches the edge", async () => {
    const document = await PDFDocument.load(press);
    const boxes = document.getPages().map((page) => [page.getMediaBox(), page.getTrimBox()].map(Object.values));
    // x, y, width, height: of a right-hand page, and of a left-hand one.
    expect(boxes[0]).toEqual([
      [0, 0, 209, 318],
      [0, 9, 200, 300],
    ]);
    expect(boxes[1]).toEqual([
      [0, 0, 209, 318],
      [9, 9, 200, 300],
    ]);
    const [first = 0, last = 0] = [0, 3].map(
      (page) => document.getPage(page).node.Contents()?.toString().match(/ R/g)?.length,
    );
    // The page is drawn again at its head, foot and outer edge, and at two corners; nothing is on the last one.
    expect([first, last]).toEqual([3 * 6, 2]);
  });

  it("leaves all of the bleed away where nothing reaches an edge", async () => {
    const document = await PDFDocument.create();
    for (const content of ["1 g 0 0 200 300 re f", "0 g 20 20 160 260 re f"]) {
      const page = document.addPage([200, 300]);
      page.node.set(name("Contents"), document.context.register(document.context.stream(content)));
    }
    const [file, path] = [join(folder, "inside.pdf"), join(folder, "trim.pdf")];
    writeFileSync(file, await document.save());
    const limits = { fewestPages: 2, mostPages: 9, smallestType: 7, solidBelow: 9 };
    const whereNeeded = { ...settings, limits, bleedsWhereNeeded: true } as const;
    const report = await preparePress({ ...task, file, path, settings: whereNeeded });
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    const pages = (await PDFDocument.load(readFileSync(path))).getPages();
    expect(pages.map((page) => page.getSize())).toEqual(Array(4).fill({ width: 200, height: 300 }));
  });
});

describe("a printer's profile", () => {
  it("is refused, with what it is, where it describes no printing in grey or four inks", () => {
    expect(refuseProfile(new Uint8Array(200))).toBe("is no ICC profile");
    expect(refuseProfile(srgbProfile())).toMatch(/is a profile of class “mntr”; expected .* \(prtr\)/);
    expect(refuseProfile(srgbProfile().subarray(0, 300))).toMatch(/is 300 bytes long; its header says \d+/);
  });
});

function inMetadata(text: string, other: string): (document: PDFDocument) => void {
  return ({ catalog }) => {
    const stream = catalog.lookup(name("Metadata"));
    if (!(stream instanceof PDFRawStream)) throw new Error("there is no metadata");
    const packet = Buffer.from(stream.contents).toString("utf8");
    expect(packet).toContain(text);
    stream.updateContents(Buffer.from(packet.replace(text, other)));
  };
}

function onFirstPage(content: string): (document: PDFDocument) => void {
  return (document) => {
    const { node } = document.getPage(0);
    node.set(name("Contents"), document.context.register(document.context.stream(content)));
  };
}

function informationOf({ context }: PDFDocument): PDFDict {
  return context.lookup(context.trailerInfo.Info, PDFDict);
}

function intentOf({ catalog }: PDFDocument): PDFDict {
  return catalog.lookup(name("OutputIntents"), PDFArray).lookup(0, PDFDict);
}
