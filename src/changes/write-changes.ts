import type { Changes, Compared } from "./change.js";
import { tell, tellUnknown } from "./tell.js";

/** CHANGES.md: what changed since an earlier edition. */
export function toMarkdown(changes: Changes): string {
  const { from, to } = changes;
  const blocks = tell(changes, { quote: escapeMarkdown }).map(({ heading, lines }) => {
    const items = lines.map(({ text, details }) =>
      [`- ${text}`, ...details.map((detail) => `  - ${detail}`)].join("\n"),
    );
    return `## ${heading}\n\n${items.join("\n")}`;
  });
  const none = changes.changes.length === 0 ? ["Nothing that was compared has changed."] : [];
  return `${["# Changes", `From ${describe(from)} to ${describe(to)}.`, ...none, ...blocks, ...tellUnknown(changes)].join("\n\n")}\n`;
}

function describe({ name, sourceDateEpoch, patterns }: Compared): string {
  const date = dateOf(sourceDateEpoch);
  return `${escapeMarkdown(name)}${date === undefined ? "" : `, ${date}`} (${patterns} ${patterns === 1 ? "pattern" : "patterns"})`;
}

/** The day of an edition; undefined where it bears none. */
export function dateOf(sourceDateEpoch: number): string | undefined {
  // The date of files where none is known.
  return sourceDateEpoch === NO_DATE ? undefined : new Date(sourceDateEpoch * 1000).toISOString().slice(0, 10);
}

// 1980-01-01, the oldest that a zip file can hold.
const NO_DATE = 315_532_800;

/** Words on one line, escaped so that Markdown shows them as they are. */
function escapeMarkdown(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|~&#]/g, "\\$&");
}

/** A change a line, as data. */
export function toLines({ changes }: Changes, addressOf: (named: { id: string; slug: string }) => string): string {
  return changes.map((change) => `${JSON.stringify({ iri: addressOf(change), ...change })}\n`).join("");
}
