import { z } from "zod";
import { packSchema } from "../formats/docx/pack/settings.js";
import { PRINTER_NAMES, STANDARDS } from "../formats/pdf/printers/names.js";
import { LENGTH, refuseSide, TRIM_NAMES } from "../formats/pdf/trim.js";
import { readingRule } from "../library/reading/schema.js";
import { isSlug } from "../library/slug.js";
import { UNIVERSALITIES } from "../library/universality.js";
import { parseIsbn } from "./isbn.js";

const slug = z.string().refine(isSlug, "lower-case letters, digits and hyphens");
const address = z.url({ protocol: /^https?$/ });
const length = z.string().regex(LENGTH, "expected a length such as 152mm or 6in");
const side = (name: "width" | "height") =>
  length.superRefine((value, context) => {
    const message = LENGTH.test(value) ? refuseSide(name, value) : undefined;
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
const isbn = z.string().refine(isIsbn, {
  error: ({ input }) =>
    `${input} is none; expected 13 or 10 digits whose last one, the check digit, fits: compare it with the ISBN as it was assigned`,
});

/** A person or an organisation; what is not said of them is not known. */
export interface Person {
  name: string;
  /** A code of MARC's list of relators: `edt`. */
  role?: string | undefined;
  /** The name as a catalogue files it: `Ostrom, Elinor`. */
  fileAs?: string | undefined;
}

const person = z.union(
  [
    z.string(),
    z.strictObject({
      name: z.string(),
      role: z
        .string()
        .regex(/^[a-z]{3}$/, "expected a code of MARC's list of relators, such as aut, edt or trl")
        .optional(),
      fileAs: z.string().optional(),
    }),
  ],
  { error: "expected a name, or { name: …, role: edt, fileAs: … }" },
);

const subject = z.union(
  [
    z.string(),
    z.strictObject({
      name: z.string(),
      /** Of the term: one of those that EPUB 3.3, D.3.4, reserves, or an address. */
      authority: z.string(),
      term: z.string(),
    }),
  ],
  { error: "expected words, or { name: …, authority: Thema, term: JPWQ }" },
);

const tag = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "a BCP 47 language tag");

const bookKeys = z.strictObject({
  slug: slug.default("patterns"),
  title: z.string().default("Patterns"),
  subtitle: z.string().optional(),
  language: tag.default("en"),
  edition: z.string().optional(),
  creators: z.array(person).default([]),
  /** Those who had another part in the book than the patterns name. */
  contributors: z.array(person).default([]),
  publisher: z.string().optional(),
  place: z.string().optional(),
  description: z.string().optional(),
  subjects: z.array(subject).default([]),
  license: z.strictObject({ name: z.string(), url: address }).optional(),
  attribution: z.string().optional(),
  isbn: z
    .strictObject({
      print: isbn.optional(),
      epub: isbn.optional(),
      /** Of each printed volume in its order, where they have their own. */
      volumes: z.array(isbn).optional(),
    })
    .default({}),
  series: z
    .union([z.string(), z.strictObject({ name: z.string(), position: z.number().positive().optional() })], {
      error: "expected a name, or { name: …, position: 3 }",
    })
    .optional(),
  dedication: z.string().optional(),
  address: address.optional(),
});

/** Names stand where most editions look for them; what else is known of who and what they name stands beside. */
const book = bookKeys.transform(({ creators, contributors, subjects, series, ...rest }) => ({
  ...rest,
  creators: creators.map(nameOf),
  contributors: contributors.map(nameOf),
  subjects: subjects.map(nameOf),
  ...(series === undefined ? {} : { series: nameOf(series) }),
  known: {
    people: [...creators, ...contributors].filter((each) => typeof each !== "string"),
    subjects: subjects.filter((each) => typeof each !== "string"),
    ...(typeof series === "object" && series.position !== undefined ? { seriesPosition: series.position } : {}),
    /** Of patterns that state none: that of the book unless another one is built. */
    language: rest.language,
  },
}));

const groupName = z.union(
  [
    z.string().transform((name): { name: string; sentence?: string | undefined } => ({ name })),
    z.strictObject({ name: z.string(), sentence: z.string().optional() }),
  ],
  { error: "expected a name, or { name: …, sentence: … }" },
);

const orderOptions = z.strictObject({
  /** The fields that parts and chapters are made of; where it is not said, those that the library has. */
  by: z.array(z.string().min(1)).max(2, "expected two fields at most, of parts and of chapters").optional(),
  /** Groups by their values, in the order in which they come. */
  names: z.record(z.string(), groupName).default({}),
  /** How patterns follow each other in a chapter: title, file or another field, or their slugs or ids in their order. */
  within: z
    .union([z.string().min(1), z.array(z.string())], {
      error: "expected title, file or another field, or a list of slugs or ids",
    })
    .default("title"),
  /** Domains that come first in every part. */
  domains: z.array(z.string()).default([]),
  /** The level of patterns without one, where others have one. */
  universality: z.enum(UNIVERSALITIES).default("domain"),
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

const pdf = z.strictObject({
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

const epub = z.strictObject({
  /** One book, or one for each part. */
  split: z.union([z.literal(false), z.literal("part")], { error: "expected part, or false" }).default(false),
  /** What the publisher vouches for (EPUB Accessibility 1.1, 4.4); claimed nowhere unless it stands here. */
  accessibility: z
    .strictObject({
      conformsTo: z.string().optional(),
      certifiedBy: z.string().optional(),
      credential: z.string().optional(),
      report: address.optional(),
    })
    .default({}),
});

const docx = z.strictObject({
  paper: z.enum(["a4", "letter"]).default("a4"),
  /** A Word file whose styles, theme, headers, footers and page set-up are taken over; relative to the configuration. */
  reference: z.string().optional(),
  /** Each pattern whole. */
  handouts: z.boolean().default(true),
  /** A card for each pattern, two on a sheet. */
  cards: z.boolean().default(true),
  /** Workshop packs: chosen patterns with all that a group needs on paper. */
  packs: z
    .array(packSchema)
    .refine((packs) => new Set(packs.map(({ name }) => name)).size === packs.length, "two packs have one name")
    .default([]),
});

const dataset = z.strictObject({
  /** Begins the IRI of every pattern. */
  base: address.default("https://example.org/patterns/"),
  /** Begins the IRI of every term of the vocabulary. */
  namespace: address.default("https://example.org/ns/pattern#"),
});

/** Everything that `book.yaml` may hold, with its defaults. */
export const schema = z.strictObject({
  source: z.string().default("patterns"),
  templates: z.string().optional(),
  book: book.prefault({}),
  /** How files are read, by the first rule that fits; without it all Markdown is patterns. */
  read: z.array(readingRule).optional(),
  order: orderOptions.prefault({}),
  pdf: pdf.prefault({}),
  epub: epub.prefault({}),
  docx: docx.prefault({}),
  dataset: dataset.prefault({}),
  /** Where links lead that are not written as addresses: patterns with stars, and what stands for them; none for no link. */
  links: z.record(z.string(), z.string()).default({}),
  /** Files of the library by the addresses that texts have for pictures, with stars for what differs. */
  images: z.record(z.string(), z.string()).default({}),
  /** What is another in the book of a language: any keys of this file, by the language's tag. */
  languages: z.record(tag, z.record(z.string(), z.json())).default({}),
  /** Words that replace those of the locale file, by key. */
  words: z.record(z.string(), z.string()).default({}),
  limits: z
    .strictObject({
      /** Largest source file, in bytes. */
      sourceBytes: z.int().positive().default(5_000_000),
      /** Longest time for one source file. */
      seconds: z.number().positive().max(3600).default(20),
      /** Largest image file, in bytes. */
      imageBytes: z.int().positive().default(20_000_000),
      /** Most pixels of a picture: 10,000 × 10,000 take a browser 400 MB. */
      imagePixels: z.int().positive().default(100_000_000),
    })
    .prefault({}),
});

export type Config = z.infer<typeof schema>;

function nameOf(named: string | { name: string }): string {
  return typeof named === "string" ? named : named.name;
}

function isIsbn(text: string): boolean {
  return parseIsbn(text) !== undefined;
}
