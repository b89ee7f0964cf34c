import { z } from "zod";
import { PRINTER_NAMES, STANDARDS } from "./printers/names.js";
import { LENGTH, refuseSide, TRIM_NAMES } from "./trim.js";

const length = z.string().regex(LENGTH, "expected a length such as 152mm or 6in");
const side = (name: "width" | "height") =>
  length.superRefine((value, context) => {
    const message = LENGTH.test(value) ? refuseSide(name, value) : undefined;
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
const cover = z.strictObject({
  /** What the book is printed on: it makes the spine, where no printer's figure does. */
  paper: z
    .strictObject({
      /** Cubic centimetres a gram. */
      bulk: z.number().min(0.5).max(4).default(1.3),
      /** Grams a square metre. */
      grammage: z.number().min(20).max(500).default(90),
      /** Thickness of a leaf in micrometres, where the mill gives it: takes the place of the other two. */
      caliper: z.number().min(20).max(1000).optional(),
    })
    .optional(),
  /** Width of the spine as the printer gives it. */
  spine: length.optional(),
  /** What is printed beyond the trim of the cover, where it is not that of the pages. */
  bleed: length.optional(),
  /** The bar code on the back: ours, the printer's in a place left clear, or none. */
  barCode: z.enum(["own", "printer", "none"]).optional(),
  /** The text on the back; the book's description where there is none. */
  blurb: z.string().optional(),
  /** A sentence on who made the book. */
  about: z.string().optional(),
  price: z.string().optional(),
});

const press = z.strictObject({
  /** The part of ISO 15930 that the files conform to. */
  standard: z.enum(STANDARDS).optional(),
  /** What is printed beyond the trim. */
  bleed: length.optional(),
  cropMarks: z.boolean().default(false),
  /** Blank pages are added until the number of pages is a multiple of this. */
  pageMultiple: z.int().min(1).max(64).optional(),
  /** Pixels per inch below which a picture is named. */
  minimumDpi: z.int().min(1).max(2400).optional(),
  /** ICC profile of the printing condition: a file, relative to the configuration. */
  profile: z.string().optional(),
});

/** What the configuration says of the printed book. */
export const pdfSettings = z.strictObject({
  trim: z
    .union([z.enum(TRIM_NAMES), z.strictObject({ width: side("width"), height: side("height") })], {
      error: `expected ${TRIM_NAMES.join(", ")}, or { width: 150mm, height: 220mm }`,
    })
    .default("6x9in"),
  /** Who prints the book: settles what is not said below (`templates/printers.yaml`). */
  printer: z.enum(PRINTER_NAMES).optional(),
  /** Pages after which a new volume begins. */
  volumePages: z.int().min(16).optional(),
  /** The cover of the printed book; false for none. */
  cover: z.union([z.literal(false), cover]).prefault({}),
  /** The file for the printer; false for none. */
  press: z.union([z.literal(false), press]).prefault({}),
});

export type PdfSettings = z.infer<typeof pdfSettings>;
