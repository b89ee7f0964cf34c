import type { Basis } from "../basis.js";
import type { PatternRecord } from "../record.js";
import { type Passage, placeOf } from "./passage.js";

/** The sections of a pattern in order; what stands before the first heading is called as the pattern is. */
export function listSections(record: PatternRecord, basis: Basis): Passage[] {
  const place = placeOf(record, basis);
  const { iris } = basis.setting;
  return record.sections.map(({ id, role, title, text }, at) => ({
    ...place,
    id: iris.detail(record, id),
    title: title ?? record.title,
    path: title === null ? [record.title] : [record.title, title],
    role,
    position: at + 1,
    text: [title ?? record.title, text].filter((piece) => piece !== "").join("\n\n"),
  }));
}
