import { z } from "zod";
import { readTemplateYaml, TemplateError } from "../../../page/template-files.js";
import { LENGTH, toPoints } from "../trim.js";
import { PRINTER_NAMES, type PrinterName, STANDARDS } from "./names.js";

const FILE = "printers.yaml";

const length = z.string().regex(LENGTH, "expected a length such as 0.125in").transform(toPoints);
const count = z.int().positive();

/** A figure and the source that says so; what a printer is asked for is the figure alone. */
const figure = <Output>(type: z.ZodType<Output>): z.ZodType<Output> =>
  z.strictObject({ is: type, from: z.string() }).transform((value: { is: Output }) => value.is);

const area = { width: length, height: length };

const printer = z.strictObject({
  name: z.string(),
  standard: figure(z.enum(STANDARDS)),
  /** Names of printing conditions in the registry of the ICC; without them the profile is in the file. */
  condition: z.strictObject({ interior: figure(z.string()), cover: figure(z.string()) }).optional(),
  bleed: z.strictObject({
    interior: figure(length),
    /** Whether pages have it where nothing on them bleeds. */
    when: figure(z.enum(["needed", "always"])),
    /** Whether it is on the side of the binding too. */
    gutter: figure(z.boolean()),
    cover: figure(length),
  }),
  /** The least that type keeps from the trim. */
  margin: z.strictObject({ plain: figure(length), bleeding: figure(length), cover: figure(length) }),
  /** The least inner margin of volumes of up to so many pages, the thinnest first. */
  gutter: figure(z.array(z.strictObject({ pages: count, inner: length })).min(1)),
  pages: z.strictObject({
    fewest: figure(count),
    most: figure(count),
    multiple: figure(count),
    /** Trims wider or higher than one that take fewer. */
    larger: figure(
      z.strictObject({ than: z.strictObject(area), trims: z.array(z.strictObject({ ...area, most: count })) }),
    ).optional(),
  }),
  /** The sides of trims that are taken, from and to; any where it is not said. */
  trim: figure(z.strictObject({ width: z.tuple([length, length]), height: z.tuple([length, length]) })).optional(),
  spine: z.strictObject({
    /** Thickness of a page; the printer's calculator knows it where it is not said. */
    page: figure(length).optional(),
    /** What the spine has beyond its pages. */
    more: figure(length).optional(),
    letteredFrom: figure(count),
    /** What lettering keeps from each fold. */
    clear: figure(length),
  }),
  type: z.strictObject({
    smallest: figure(length),
    /** Smaller type is in solid ink, never in a tint. */
    solidBelow: figure(length),
  }),
  barCode: z.strictObject({
    /** Who prints it. */
    by: figure(z.enum(["printer", "own"])),
    required: figure(z.literal(true)).optional(),
    /** What it takes of the lower right corner of the back, so far from the trim and the fold. */
    zone: figure(z.strictObject({ ...area, edge: length })),
  }),
  /** Pixels per inch that pictures have at least. */
  pictures: figure(count),
  /** The most ink in one place, of the four inks together, in per cent. */
  ink: figure(count).optional(),
});

/** What a printer asks for. Lengths in points. */
export type Printer = z.infer<typeof printer>;

const file = z.object({
  sources: z.record(z.string(), z.strictObject({ title: z.string(), address: z.string() })),
  printers: z.record(z.enum(PRINTER_NAMES), printer),
});

/** What a printer asks for, as the templates have it. Throws TemplateError where the file is wrong or lacks a source. */
export function readPrinter(folders: readonly string[], name: PrinterName): Printer {
  const written = readTemplateYaml(folders, FILE);
  const result = file.safeParse(written);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${FILE}: ${path.join(".")}: ${message}`);
    throw new TemplateError(problems.join("\n"));
  }
  const missing = [...sourcesNamed(written?.printers)].find((source) => !(source in result.data.sources));
  if (missing !== undefined) {
    throw new TemplateError(`${FILE}: sources: ${missing} is named and not there; add its title and address`);
  }
  return result.data.printers[name];
}

/** Every `from` in the file. */
function* sourcesNamed(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "from" && typeof inner === "string") yield inner;
    else yield* sourcesNamed(inner);
  }
}
