import type { Changes, Compared } from "../changes/change.js";
import { tell, tellUnknown } from "../changes/tell.js";
import { dateOf } from "../changes/write-changes.js";
import type { Colours } from "./colour.js";
import { printable } from "./printable.js";

/** What changed from one edition to another, for people. */
export function formatChanges(changes: Changes, colours: Colours): string {
  const { from, to } = changes;
  const blocks = tell(changes, { quote: printable }).map(({ heading, lines }) =>
    [
      colours.bold(heading),
      ...lines.flatMap(({ text, details }) => [`  ${text}`, ...details.map((detail) => colours.dim(`    ${detail}`))]),
    ].join("\n"),
  );
  const none = changes.changes.length === 0 ? ["Nothing that was compared has changed."] : [];
  return [`From ${describe(from)} to ${describe(to)}`, ...none, ...blocks, ...tellUnknown(changes)].join("\n\n");
}

function describe({ name, sourceDateEpoch, patterns }: Compared): string {
  const date = dateOf(sourceDateEpoch);
  return `${printable(name)}${date === undefined ? "" : `, ${date}`} (${patterns} ${patterns === 1 ? "pattern" : "patterns"})`;
}
