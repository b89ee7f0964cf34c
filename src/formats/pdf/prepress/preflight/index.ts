import type { Check } from "../press-task.js";
import { COLOUR } from "./colour.js";
import { DRAWING } from "./drawing.js";
import { IDENTITY } from "./identity.js";
import { PAGES } from "./pages.js";
import { type Demand, openPressFile, type PressFile } from "./press-file.js";

/** Every demand on a press edition. */
export const DEMANDS: readonly Demand[] = [...IDENTITY, ...COLOUR, ...DRAWING, ...PAGES];

// Of the same fault on every page, the first few tell enough.
const SHOWN = 5;

/** Reads the bytes of a press edition and holds them against every demand. Throws where they are no PDF. */
export async function preflight(bytes: Uint8Array, task: PressFile["task"]): Promise<Check[]> {
  const file = await openPressFile(bytes, task);
  return DEMANDS.map(({ source, demand, find }) => {
    const faults = [...new Set(find(file))];
    const more = faults.length > SHOWN ? [`and ${faults.length - SHOWN} more`] : [];
    return { source, demand, ok: faults.length === 0, faults: [...faults.slice(0, SHOWN), ...more] };
  });
}
