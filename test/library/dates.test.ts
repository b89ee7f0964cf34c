import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/library/parse-file.js";
import type { Pattern } from "../../src/library/pattern.js";

describe("a date", () => {
  it.each([
    ["2026-02-03", "2026-02-03T00:00:00Z", "2026-02-03"],
    ["2024-02-29", "2024-02-29T00:00:00Z", "2024-02-29"],
    ["2024-05-01T23:30:00-05:00", "2024-05-02T04:30:00Z", "2024-05-01"],
    ["2024-05-01T00:15:00+05:30", "2024-04-30T18:45:00Z", "2024-05-01"],
    ["2024-05-01 00:15:00 +0545", "2024-04-30T18:30:00Z", "2024-05-01"],
    ["2024-12-31T20:00-03:30", "2024-12-31T23:30:00Z", "2024-12-31"],
    ["2024-12-31t22:00:00.5-09", "2025-01-01T07:00:00Z", "2024-12-31"],
    ["2026-01-01T00:00:00+14:00", "2025-12-31T10:00:00Z", "2026-01-01"],
    ["2026-02-03T09:30:00", "2026-02-03T09:30:00Z", "2026-02-03"],
  ])("%s is an instant, and a day as it is written", (written, instant, day) => {
    const pattern = parse(written);
    expect(pattern.modified).toBe(instant);
    expect(pattern.modifiedOn).toBe(day);
    expect(rulesOf(pattern)).not.toContain("dates-are-iso");
  });

  it.each([
    "2026-02-30",
    "2025-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31T10:00:00Z",
    "2026-04-00",
    "2026-04-01T25:00:00Z",
    "2026-04-01T24:00:00Z",
    "2026-04-01T10:60:00Z",
    "2026-04-01T10:00:61Z",
    "2026-04-01T10:00:00+15:00",
    "2026-04-01T10:00:00+05:75",
    "0000-01-01",
    "last spring",
    "03/04/2026",
    "2026",
  ])("%s is none: it is kept as text, and said to be none", (written) => {
    const pattern = parse(written);
    expect(pattern.modified).toBeUndefined();
    expect(pattern.modifiedOn).toBeUndefined();
    expect(pattern.extra.modified).toBe(written);
    expect(pattern.observations.filter(({ rule }) => rule === "dates-are-iso")).toMatchObject([
      { found: written, place: { line: 3, column: 1 } },
    ]);
  });

  it("that is left empty is none, and nothing is said of it", () => {
    const pattern = parse("");
    expect(pattern.modified).toBeUndefined();
    expect(rulesOf(pattern)).not.toContain("dates-are-iso");
    expect(rulesOf(pattern)).not.toContain("fields-have-their-type");
  });
});

function parse(modified: string): Pattern {
  const text = `---\nslug: tide-table\nmodified: ${modified}\n---\n\nThe sea comes twice a day.\n`;
  const task = { path: "tide-table.md", key: "key" } as const;
  return parseSource(new TextEncoder().encode(text), task).pattern;
}

function rulesOf({ observations }: Pattern): string[] {
  return observations.map(({ rule }) => rule);
}
