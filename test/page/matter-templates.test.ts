import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLocale } from "../../src/page/locale.js";
import { openTemplates } from "../../src/page/templates.js";
import { ROOT } from "../support/editions.js";

const templates = openTemplates([join(ROOT, "templates")], readLocale([join(ROOT, "templates")], "en", {}));

const SIGNS = { comma: ",", semicolon: ";" };

describe("addresses among the sources of a book", () => {
  test("break before their slashes, points and hyphens, and nothing else does", () => {
    const html = templates.render("book/contributors", {
      id: "contributors",
      title: "Contributors",
      words: { ...SIGNS, contributors: "Contributors", sources: "Sources", matter: { contributors_note: "" } },
      contributors: [],
      sources: [{ name: "Hess & Ostrom, https://example.org/a-b?c=d&e", patterns: ["3"] }],
    });
    expect(html).toContain(
      '<li>Hess &#38; Ostrom, <span class="address">https://<wbr>example<wbr>.org<wbr>/a<wbr>-b<wbr>?c<wbr>=<wbr>d<wbr>&#38;<wbr>e</span>:\u00a0<span class="range">3</span></li>',
    );
  });
});

describe("an entry of the index", () => {
  const entry = (count: number): string =>
    templates.render("book/index-entry", {
      words: { ...SIGNS, matter: { see: "see" }, tables: { continued: "continued" } },
      entry: {
        heading: "Water",
        see: null,
        locators: [],
        subentries: Array.from({ length: count }, () => ({
          heading: "turns",
          locator: { href: "#a", label: "3" },
        })),
      },
    });

  test("stays in one column where it has a few lines", () => {
    expect(entry(5)).toMatch(/^<li class="short">/);
    expect(entry(6)).toMatch(/^<li>/);
    expect(entry(0)).toMatch(/^<li>/);
  });
});
