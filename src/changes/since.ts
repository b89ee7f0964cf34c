import type { Library } from "../library/library.js";
import type { PatternId } from "../library/pattern.js";
import type { Changes } from "./change.js";
import { compare } from "./compare.js";
import { describeLibrary } from "./describe-library.js";
import type { Edition, PrintedAt } from "./edition.js";

/** What the edition that is being made changes against an earlier one. */
export async function changesSince(
  before: Edition,
  library: Library,
  made: { name: string; date: Date; print: ReadonlyMap<PatternId, PrintedAt> },
): Promise<Changes> {
  return compare(before, await describeLibrary(library, made, before));
}
