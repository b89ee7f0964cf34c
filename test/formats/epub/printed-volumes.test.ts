import { describe, expect, it } from "vitest";
import { listPrintedVolumes, nameVolumes } from "../../../src/formats/epub/set/printed-volumes.js";
import type { Locations, PrintedPage } from "../../../src/formats/locations.js";

const page = (volume: number, label: string): PrintedPage => ({ volume, label, block: null });

/** What an e-book has of printed pages: of two patterns, and of what stands before them. */
function placesOf(one: PrintedPage[], other: PrintedPage[]) {
  const sections = new Map([["contents", [page(1, "v")]]]);
  return { pages: new Map([...[one, other].entries()].map(([at, pages]) => [`pat_${at}`, pages])), sections };
}

function labelsOf({ pages, sections }: Pick<Locations, "pages" | "sections">): string[] {
  return [...[...sections.values()].flat(), ...[...pages.values()].flat()].map(({ label }) => label);
}

describe("the labels of printed pages in one e-book", () => {
  it("are those that are printed, where they are of one volume", () => {
    const places = placesOf([page(1, "1"), page(1, "2")], [page(1, "3")]);
    expect(labelsOf(nameVolumes(places))).toEqual(["v", "1", "2", "3"]);
  });

  it("begin with the volume, so that each stands once, where they are of several", () => {
    const places = placesOf([page(1, "1"), page(1, "2")], [page(3, "1")]);
    expect(listPrintedVolumes(places)).toEqual([1, 3]);
    expect(labelsOf(nameVolumes(places))).toEqual(["1:v", "1:1", "1:2", "3:1"]);
  });
});
