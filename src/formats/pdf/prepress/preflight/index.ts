import type { Standard } from "../../printers/names.js";
import type { Check } from "../press-task.js";
import { COLOUR } from "./colour.js";
import { DRAWING } from "./drawing.js";
import { IDENTITY } from "./identity.js";
import { OLDER_IDENTITY } from "./identity-older.js";
import { LIMITS } from "./limits.js";
import { OPAQUE } from "./opaque.js";
import { BOUND_BLEED, PAGES } from "./pages.js";
import { type Demand, openPressFile, type PressFile } from "./press-file.js";

/** Every demand on a press edition that is PDF/X-4. */
export const DEMANDS: readonly Demand[] = [...IDENTITY, ...COLOUR, ...DRAWING, ...PAGES];

/** Every demand on one of an older part of the standard, which the demands that they share name by the newest. */
function olderDemands(standard: Exclude<Standard, "PDF/X-4">): readonly Demand[] {
  const part = standard === "PDF/X-1a:2001" ? "ISO 15930-1" : "ISO 15930-3";
  return [...OLDER_IDENTITY, ...COLOUR, ...DRAWING, ...OPAQUE, ...PAGES].map((demand) => ({
    ...demand,
    source: demand.source.replace(/ISO 15930(-7)?(?=[;,]|$)/, part),
  }));
}

/** The demands on a file, with those of its printer where it has one. */
function demandsOn({ settings }: PressFile["task"]): readonly Demand[] {
  const { standard, boundAt, limits } = settings;
  const demands = standard ? olderDemands(standard) : DEMANDS;
  const bound = demands.map((demand) => (demand.source === "pdf.press.bleed" && boundAt ? BOUND_BLEED : demand));
  return limits ? [...bound, ...LIMITS] : bound;
}

// Of the same fault on every page, the first few tell enough.
const SHOWN = 5;

/** Reads the bytes of a press edition and holds them against every demand. Throws where they are no PDF. */
export async function preflight(bytes: Uint8Array, task: PressFile["task"]): Promise<Check[]> {
  const file = await openPressFile(bytes, task);
  return demandsOn(task).map(({ source, demand, mend, find }) => {
    const faults = [...new Set(find(file))];
    const more = faults.length > SHOWN ? [`and ${faults.length - SHOWN} more`] : [];
    return {
      source,
      demand,
      ok: faults.length === 0,
      faults: [...faults.slice(0, SHOWN), ...more],
      ...(mend ? { mend } : {}),
    };
  });
}
