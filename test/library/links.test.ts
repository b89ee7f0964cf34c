import { describe, expect, it } from "vitest";
import { resolveLink } from "../../src/library/links.js";
import { collectHosts, collectNames } from "../../src/library/names.js";
import { numbered } from "../support/patterns.js";

const patterns = [
  numbered(1, { slug: "seed-library", id: "seeds", pageUrl: "https://Patterns.example.org/care/seed-library/" }),
  numbered(2, { slug: "tool-shed", id: "tools", formerSlugs: ["Shed"] }),
];
const library = { names: collectNames(patterns), hosts: collectHosts(patterns) };

describe("a link in a body", () => {
  it.each([
    ["seed-library", "seeds"],
    ["../care/seed-library.md#care", "seeds"],
    ["Seed-Library.md", "seeds"],
    ["shed", "tools"],
    ["/patterns/tool-shed/index.html", "tools"],
    ["https://patterns.example.org/care/seed-library", "seeds"],
    ["https://patterns.EXAMPLE.org/elsewhere/Tool-Shed/", "tools"],
    ["patterns.example.org/elsewhere/tool-shed", "tools"],
  ])("to %s leads to the pattern", (href, id) => {
    expect(resolveLink(href, library)).toEqual({ kind: "pattern", id });
  });

  it.each([
    ["https://example.com/tool-shed", "https://example.com/tool-shed", false],
    ["example.eco", "https://example.eco/", true],
    ["example.museum:8080/page.html", "https://example.museum:8080/page.html", true],
    ["example.com/tool-shed", "https://example.com/tool-shed", true],
    ["www.example.zip", "https://www.example.zip/", true],
    ["münze.example/a", "https://xn--mnze-0ra.example/a", true],
    ["https.www.example.org", "https://www.example.org/", true],
    ["mailto:seeds@example.org", "mailto:seeds@example.org", false],
  ])("to %s leads to %s", (href, address, repaired) => {
    expect(resolveLink(href, library)).toEqual({ kind: "address", href: address, repaired });
  });

  it.each(["notes.md", "table.csv", "../chairs/chair.md", "chair", "v1.2/chair", "https://me:word@example.org"])(
    "to %s leads nowhere",
    (href) => {
      expect(resolveLink(href, library)).toMatchObject({ kind: "dead" });
    },
  );
});
