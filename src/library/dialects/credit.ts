import { pathOf } from "../front-matter/field-path.js";
import type { JsonObject, Metadata } from "../pattern.js";
import { readWords } from "./addresses.js";
import type { DocumentFields } from "./document.js";
import { entriesOf } from "./fields.js";
import type { Note } from "./note.js";

type Credit = Pick<Metadata, "contributors" | "sources" | "license" | "attribution">;

/** Who made a pattern, out of what, on what terms. An address that must not be used is observed, and kept in `extra`. */
export function readCredit(
  { provenance = {}, ...fields }: DocumentFields,
  note: Note,
): { credit: Credit; extra: JsonObject } {
  const extra: JsonObject = {};
  const read = (written: string | undefined, ...keys: string[]): string | undefined => {
    if (!written?.trim()) return undefined;
    const words = readWords(written, keys, note);
    if (words === undefined) extra[pathOf(keys)] = written;
    return words;
  };
  const license = fields.license ? read(fields.license, "license") : read(provenance.license, "provenance", "license");
  const attribution = fields.attribution ?? provenance.attribution;
  const sources = (fields.sources ?? []).flatMap((source, at) => read(source?.text, "sources", String(at)) ?? []);
  const contributors = entriesOf(fields.contributors ?? provenance.contributors)
    .filter(({ name }) => name.trim() !== "")
    .map(({ rest: _, ...contributor }) => contributor);
  return {
    credit: {
      contributors,
      sources,
      ...(license === undefined ? {} : { license }),
      ...(attribution === undefined ? {} : { attribution }),
    },
    extra,
  };
}
