import { parseIsbn } from "../../../book/isbn.js";
import type { NumberedPattern } from "../../../library/pattern.js";
import type { Breach } from "../../../library/rules/rule.js";
import type { VolumePlan } from "../paging/plan.js";
import type { Press } from "../press.js";
import { volumeIsbn } from "../volume-names.js";
import { takesTrim } from "./fit-volume.js";
import type { Printer } from "./printer-file.js";

/** A volume as it came out of printing. */
export interface BoundPages {
  volume: VolumePlan;
  /** With front matter and blanks. */
  pages: number;
}

/** Says what of a book its printer does not take; nothing where it names none. */
export function reportMisfits({ printer, ...press }: Press, volumes: readonly BoundPages[]): void {
  if (!printer) return;
  const misfits = [
    ...findTrim(press, printer),
    ...volumes.flatMap((bound) => [...findPages(press, printer, bound)]),
    ...findSpine(press, printer),
    ...volumes.flatMap((bound) => [...findBarCode(press, printer, { ...bound, count: volumes.length })]),
  ];
  for (const misfit of misfits) press.context.report({ rule: "book-suits-printer", severity: "warning", ...misfit });
}

type Book = Omit<Press, "printer">;

function* findTrim({ geometry }: Book, printer: Printer): Generator<Breach> {
  if (takesTrim(printer, geometry) || !printer.trim) return;
  const { width, height } = printer.trim;
  yield {
    found: `a trim of ${inInches(geometry.width)} × ${inInches(geometry.height)}`,
    expected: `a width of ${width.map(inInches).join(" to ")} and a height of ${height.map(inInches).join(" to ")} (${printer.name})`,
    mend: "choose another pdf.trim",
  };
}

/** Volumes are planned within the limit: only what cannot be parted is longer. */
function* findPages(press: Book, printer: Printer, { volume, pages }: BoundPages): Generator<Breach> {
  const { volumePages } = press.terms;
  if (pages > volumePages) {
    const longest = longestIn(press, volume);
    yield {
      ...(longest ? { file: longest.pattern.source.path } : {}),
      found: `${pages} pages in volume ${volume.number}${longest ? `, ${longest.pages} of them in one pattern` : ""}`,
      expected: `${volumePages} at most (${printer.name})`,
      mend: longest ? "part the pattern in two, or choose a larger pdf.trim" : "choose a larger pdf.trim",
    };
  }
  if (pages < printer.pages.fewest) {
    yield {
      found: `${pages} pages in volume ${volume.number}`,
      expected: `${printer.pages.fewest} at least (${printer.name})`,
      mend: "add patterns or texts, choose a smaller pdf.trim, or another printer",
    };
  }
}

function longestIn({ library }: Book, { sheets }: VolumePlan): { pattern: NumberedPattern; pages: number } | undefined {
  const patterns = sheets.filter((sheet) => sheet.kind === "pattern").sort((a, b) => b.pages - a.pages);
  const pattern = patterns[0] && library.byId.get(patterns[0].id);
  return pattern && patterns[0] ? { pattern, pages: patterns[0].pages } : undefined;
}

function* findSpine({ context }: Book, printer: Printer): Generator<Breach> {
  const { cover } = context.config.pdf;
  if (cover === false || cover.spine !== undefined || cover.paper !== undefined) return;
  if (printer.spine.page !== undefined) return;
  yield {
    found: "a spine reckoned from paper of 90 g/m²",
    expected: `the width that the printer's calculator gives for the number of pages (${printer.name})`,
    mend: "write it to pdf.cover.spine, or the thickness of the paper to pdf.cover.paper",
  };
}

function* findBarCode(
  { context, terms }: Book,
  printer: Printer,
  { volume, count }: BoundPages & { count: number },
): Generator<Breach> {
  const { book, pdf } = context.config;
  if (pdf.cover === false || terms.barCode !== "own" || !printer.barCode.required) return;
  const isbn = volumeIsbn(book, volume);
  if (isbn !== undefined && parseIsbn(isbn)) return;
  yield {
    found: `no ISBN${count > 1 ? ` of volume ${volume.number}` : ""}, so no bar code on the cover`,
    expected: `a bar code (${printer.name})`,
    mend: "write the ISBN to book.isbn.print, or to book.isbn.volumes where each has its own",
  };
}

function inInches(points: number): string {
  return `${Number((points / 72).toFixed(2))} in`;
}
