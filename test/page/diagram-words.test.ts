import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeDiagram } from "../../src/page/diagram-words.js";
import { readLocale } from "../../src/page/locale.js";
import { ROOT } from "../support/editions.js";

const locale = readLocale([join(ROOT, "templates")], "de", {});

describe("a diagram in words", () => {
  it("names every thing, what leads where, and the frames, in the language of the book", () => {
    const graph = {
      nodes: [
        { id: "a", label: "Öl" },
        { id: "b", label: "Docht" },
        { id: "c", label: "Glas" },
      ],
      edges: [{ from: "a", to: "b", label: "steigt" }],
      groups: [{ title: "Lampe", members: ["b", "c"] }],
    };
    expect(describeDiagram(graph, "graph TD", locale)).toBe("Diagramm: Öl → Docht (steigt); Glas; Lampe: Docht, Glas");
  });

  it("is its source where it is no graph", () => {
    expect(describeDiagram(null, 'pie\n  "Oil" : 3\n', locale)).toBe('Diagramm: pie; "Oil" : 3');
  });
});
