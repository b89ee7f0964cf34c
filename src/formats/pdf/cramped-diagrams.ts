import { roomFor } from "../../diagrams/turn-or-shrink.js";
import type { Press } from "./press.js";
import { printRooms } from "./typeset/large-diagrams.js";

/** Says of every diagram that no page of the book holds in letters that can be read. */
export function reportCramped({ library, context, geometry }: Press): void {
  const rooms = printRooms(geometry);
  for (const { source, body } of library.patterns) {
    for (const { hash, place } of body.diagrams) {
      const drawing = context.drawings.get(hash);
      if (!drawing || roomFor(drawing, rooms) >= 1) continue;
      context.report({
        rule: "diagrams-fit-page",
        severity: "warning",
        file: source.path,
        place,
        found: "a Mermaid diagram whose letters come out smaller than 6 points in print",
        expected: "one that a page of the book holds, upright or turned",
        mend: "part it into several diagrams, or shorten its labels",
      });
    }
  }
}
