import { describe, expect, it } from "vitest";
import { patternAt, readWritten } from "../support/written-library.js";

describe("a guide that a program of its own puts together", () => {
  it("has the titles of its headings, whatever their depth and whether others stand below", async () => {
    const { patterns } = await readWritten({
      "src/fire/fire-keeper.md": "## Fire Keeper (FK)\n\nKeeps it.\n",
      "src/fire/co-baking.md": "## Co-Baking & More\n\nBake.\n\n### When to Bake\n\nDaily.\n",
      "src/fire/dough.md": "## Context\n\nA night.\n",
    });
    expect(patterns.map(({ title }) => title).sort()).toEqual(["Co-Baking & More", "Dough", "Fire Keeper (FK)"]);
  });

  it("has no pattern in its templates, or in the README of its program", async () => {
    const { leftOut } = await readWritten({
      "patterns/oven.md": "# Oven\n\nText.\n",
      "patterns/well.md": "# Well\n\nText.\n",
      "_templates/pattern.md": "# Name\n",
      "apps/web/README.md": "# The site\n",
    });
    expect(leftOut.map(({ path, why }) => `${why} ${path}`)).toEqual([
      "template _templates/pattern.md",
      "about apps/web/README.md",
    ]);
  });
});

describe("a catalogue with notes to its authors", () => {
  it("has no note in a summary, and keeps each among what is taken out", async () => {
    const library = await readWritten({
      "bell.md":
        "# Bell\n\n## Summary\n<!-- One short paragraph. -->\n\nA bell rings once.\n\n## Context\n\nA street.\n",
    });
    const { summary, body } = patternAt(library, "bell.md");
    expect(summary).toBe("A bell rings once.");
    expect(body.omissions.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "repeated-title Bell",
      "field Summary\nA bell rings once.",
      "comment <!-- One short paragraph. -->",
    ]);
  });
});
