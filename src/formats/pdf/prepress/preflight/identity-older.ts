import { PDFName } from "@cantoo/pdf-lib";
import { ANY_IDENTITY } from "./identity.js";
import { textOf } from "./information.js";
import type { Demand } from "./press-file.js";

/** What a file of PDF/X-1a:2001 or PDF/X-3:2002 says of itself: in its information dictionary alone. */
export const OLDER_IDENTITY: readonly Demand[] = [
  {
    source: "ISO 15930, 6.1; PDF Reference 1.3, 3.4.1",
    demand: "The file is PDF 1.3 or older",
    *find({ header }) {
      if (!/^%PDF-1\.[0-3]/.test(header)) yield `the header says ${JSON.stringify(header)}`;
    },
  },
  {
    source: "PDF Reference 1.3, 3.4",
    demand: "Every object is written out, with a plain table of where they are: no object or cross-reference streams",
    *find({ bytes }) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
      for (const kind of ["ObjStm", "XRef"]) if (text.includes(`/Type /${kind}`)) yield `there is a stream ${kind}`;
      if (!/(^|[\r\n])xref[\r\n]/.test(text)) yield "there is no cross-reference table";
    },
  },
  ...ANY_IDENTITY,
  {
    source: "ISO 15930, identification",
    demand: "The information dictionary says to which part of the standard the file conforms",
    *find({ information, task: { settings } }) {
      const isX1a = settings.standard === "PDF/X-1a:2001";
      const expected = {
        GTS_PDFXVersion: isX1a ? "PDF/X-1:2001" : settings.standard,
        GTS_PDFXConformance: isX1a ? settings.standard : undefined,
      };
      for (const [key, value] of Object.entries(expected)) {
        const said = textOf(information, key);
        if (said !== value) yield `${key} is ${said ?? "not there"}, expected ${value ?? "none"}`;
      }
    },
  },
  {
    source: "ISO 15930, document information",
    demand: "The information dictionary has a title, and dates of creation and change",
    *find({ information }) {
      for (const key of ["Title", "CreationDate", "ModDate"]) {
        if (!textOf(information, key)) yield `${key} is not there`;
      }
    },
  },
  {
    source: "ISO 15930, trapping",
    demand: "The information dictionary says whether the file is trapped",
    *find({ information }) {
      const trapped = information?.lookup(PDFName.of("Trapped"));
      if (trapped !== PDFName.of("True") && trapped !== PDFName.of("False")) {
        yield `Trapped is ${trapped?.toString() ?? "not there"}`;
      }
    },
  },
];
