import { describe, expect, it } from "vitest";
import { collectFiles } from "../../src/library/links/files.js";
import type { Names } from "../../src/library/links/names.js";
import { resolveLink } from "../../src/library/links/resolve.js";
import { collectHosts, collectNames } from "../../src/library/names.js";
import type { NumberedPattern } from "../../src/library/pattern.js";
import { numbered, somePattern } from "../support/patterns.js";

const patterns = [
  at("care/seed-library.md", {
    slug: "seeds",
    id: "seeds",
    pageUrl: "https://Patterns.example.org/care/seed-library/",
  }),
  at(
    "tools/shed.md",
    { slug: "tool-shed", id: "tools", title: "The shed of tools", formerSlugs: ["Shed"] },
    { bench: "the-bench" },
  ),
  at("tools/index.md", { slug: "tools", id: "workshop" }),
  at("care/index.md", { slug: "care", id: "care" }),
  at("care/bread & salt.md", { slug: "bread", id: "bread" }),
  at("rooms/larder/README.md", { slug: "larder", id: "larder" }),
  // The slug of one is the file name of another.
  at("water/well.md", { slug: "spring", id: "pat_well" }),
  at("water/spring.md", { slug: "well-head", id: "pat_spring" }),
];
const twin = somePattern({ slug: "x", id: "seeds", source: { path: "old/seeds-2019.md", sha256: "", bytes: 0 } });
const [first = patterns[0]] = patterns;
const library: Names = {
  names: collectNames(patterns),
  hosts: collectHosts(patterns),
  byId: new Map(patterns.map((pattern) => [pattern.id, pattern])),
  files: collectFiles(["tools/plan.pdf", "README.md", "care/CafE\u0301.md"], {
    patterns,
    failed: [{ path: "care/torn.md", failure: { rule: "file-is-text", found: "", expected: "", mend: "" } }],
    duplicates: first ? [{ pattern: twin, first, shared: "id" }] : [],
  }),
};
const resolve = (href: string, path = "care/bread & salt.md"): ReturnType<typeof resolveLink> =>
  resolveLink(href, { source: { path, sha256: "", bytes: 0 } }, library);

function at(
  path: string,
  fields: Partial<NumberedPattern> & { slug: string },
  anchors: Record<string, string> = {},
): NumberedPattern {
  const { body } = somePattern(fields);
  return numbered(1, { ...fields, source: { path, sha256: "", bytes: 0 }, body: { ...body, anchors } });
}

describe("a path in a link leads to the file there", () => {
  it.each([
    ["seed-library.md", "seeds"],
    ["./seed-library.md?plain=1", "seeds"],
    ["../care/seed-library.md", "seeds"],
    ["seed-library", "seeds"],
    ["seed-library.html", "seeds"],
    ["../tools/", "workshop"],
    ["../tools", "workshop"],
    ["../tools/index.md", "workshop"],
    ["../tools/index.html", "workshop"],
    ["index.md", "care"],
    [".", "care"],
    ["./", "care"],
    ["bread%20%26%20salt.md", "bread"],
    ["<>/../bread & salt.md", "bread"],
    ["../rooms/larder", "larder"],
    ["../water/spring.md", "pat_spring"],
    ["../water/well", "pat_well"],
    ["../old/seeds-2019.md", "seeds"],
    ["/tools/shed.md", "tools"],
    ["/patterns/tools/shed", "tools"],
    ["/site/patterns/tools/", "workshop"],
    ["/site/patterns/tools/index.html", "workshop"],
    ["#salt", "bread"],
  ])("%s", (href, id) => {
    expect(resolve(href)).toMatchObject({ kind: "pattern", id });
  });

  it("from another folder, to another file of the same name", () => {
    expect(resolve("index.md", "tools/shed.md")).toEqual({ kind: "pattern", id: "workshop" });
    expect(resolve("index.md", "care/index.md")).toEqual({ kind: "pattern", id: "care" });
  });

  it("with a fragment, to the place of that name; where there is none, to the pattern", () => {
    const shed = { kind: "pattern", id: "tools" };
    expect(resolve("../tools/shed.md#bench")).toEqual({ ...shed, anchor: "tool-shed--the-bench" });
    expect(resolve("tool-shed#Bench")).toEqual({ ...shed, anchor: "tool-shed--the-bench" });
    expect(resolve("../tools/shed.md#vice")).toEqual({ ...shed, missing: "vice" });
    for (const top of ["", "top", "Tool-Shed", "the-shed-of-tools"]) {
      expect(resolve(`../tools/shed.md#${top}`)).toEqual(shed);
    }
  });
});

describe("a link that names no file leads to the pattern", () => {
  it.each([
    ["spring", "pat_well"],
    ["Tool-Shed", "tools"],
    ["shed", "tools"],
    ["../elsewhere/tool-shed/", "tools"],
    ["/patterns/tool-shed/index.html", "tools"],
    ["https://patterns.example.org/care/seed-library", "seeds"],
    ["/care/seed-library/", "seeds"],
    ["https://patterns.EXAMPLE.org/elsewhere/Tool-Shed/", "tools"],
    ["patterns.example.org/elsewhere/tool-shed", "tools"],
  ])("of that slug or address: %s", (href, id) => {
    expect(resolve(href, "top.md")).toMatchObject({ kind: "pattern", id });
  });
});

describe("a link to the web", () => {
  it.each([
    ["https://example.com/tool-shed", "https://example.com/tool-shed", false],
    ["//example.com/a", "https://example.com/a", true],
    ["example.eco", "https://example.eco/", true],
    ["example.museum:8080/page.html", "https://example.museum:8080/page.html", true],
    ["example.com/tool-shed.md", "https://example.com/tool-shed.md", true],
    ["www.example.zip", "https://www.example.zip/", true],
    ["münze.example/a", "https://xn--mnze-0ra.example/a", true],
    ["https.www.example.org", "https://www.example.org/", true],
    ["mailto:seeds@example.org", "mailto:seeds@example.org", false],
  ])("to %s leads to %s", (href, address, repaired) => {
    expect(resolve(href)).toEqual({ kind: "address", href: address, repaired });
  });
});

describe("a link leads nowhere", () => {
  it.each([
    ["tool-shed.md", "there is no file care/tool-shed.md"],
    ["../spring.md", "there is no file spring.md"],
    ["Seed-Library.md", "there is no file care/Seed-Library.md"],
    ["../../meta/plan.md", "it leads out of the library's folder"],
    ["../tools/plan.pdf", "tools/plan.pdf is a file of the library and no pattern: it is in no edition"],
    ["../README.md", "README.md is a file of the library and no pattern: it is in no edition"],
    ["caf%C3%89.md", "there is no file care/cafÉ.md"],
    ["torn.md", "care/torn.md could not be read as a pattern"],
    ["table.csv", "no pattern and no page on the web stands at this address"],
    ["v1.2/chair", "no pattern and no page on the web stands at this address"],
    ["https://me:word@example.org", "the address holds a password"],
    ["https://me@example.org", "the address holds a password"],
    ["https://:word@example.org", "the address holds a password"],
  ])("%s: %s", (href, reason) => {
    expect(resolve(href)).toMatchObject({ kind: "dead", reason });
  });
});
