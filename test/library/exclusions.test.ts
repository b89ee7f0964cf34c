import { expect, it } from "vitest";
import { listExclusions } from "../../src/library/exclusions.js";
import { somePattern } from "../support/patterns.js";

it("what is in no edition is listed by path with its reason; what is about the library, or a program's, is not", () => {
  const library = {
    failed: [{ path: "b\u0007.md", failure: { rule: "file-is-text", found: "bytes", expected: "text", mend: "" } }],
    duplicates: [
      {
        pattern: somePattern({ slug: "oven", id: "pat_1", source: { path: "d.md", sha256: "", bytes: 0 } }),
        first: somePattern({ slug: "kiln", id: "pat_1" }),
        shared: "id",
      },
    ],
    leftOut: [
      { path: "README.md", why: "about" },
      { path: ".hidden.md", why: "hidden" },
      { path: "c.md", why: "draft" },
      { path: "a.md", why: "language", language: "de" },
      { path: "_e.md", why: "underscore" },
    ],
  } as const;
  expect(listExclusions(library).map(({ source, reason }) => `${source}: ${reason}`)).toEqual([
    "_e.md: its name begins with _",
    "a.md: it is in another language (de)",
    expect.stringMatching(/^b.+\.md: bytes; expected text$/),
    "c.md: it is a draft",
    "d.md: its id pat_1 is that of kiln.md",
  ]);
});
