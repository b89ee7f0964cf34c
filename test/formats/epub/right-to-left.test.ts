import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Element } from "xast";
import { epub } from "../../../src/formats/epub/index.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { type EpubParts, openEpub } from "../../support/epub.js";
import { checkEpub } from "../../support/epubcheck.js";

const folder = temporaryFolder();

const TEXT = `---
id: pat_01kj00000000000000000000rr
slug: lamp
title: السراج
language: ar
tags: { universality: domain, domain: roads }
license: CC0
---

## السراج

نملأ السراج بالزيت كل مساء ونكتب \`fill(lamp)\` في الدفتر.

- الزيت أولا
- ثم الفتيل

> [!NOTE]
> لا ينام الحارس.

<p dir="ltr" lang="en">The guard writes <code>light()</code> too.</p>

\`\`\`python
fill(lamp)
\`\`\`
`;

describe("a pattern from right to left in the EPUB", () => {
  let parts: EpubParts;
  const out = join(folder, "out");

  beforeAll(async () => {
    const source = join(folder, "library");
    await mkdir(source);
    await writeFile(join(source, "lamp.md"), TEXT);
    await buildEditions({ source, out, formats: [epub] });
    parts = await openEpub(join(out, "epub/patterns.epub"));
  });

  it("says so, and has its code from left to right", () => {
    const page = parts.xml("1.xhtml");
    const [pattern] = findAll(page, "section");
    expect([attribute(pattern, "lang"), attribute(pattern, "dir")]).toEqual(["ar", "rtl"]);
    const direction = (element: Element): [string, string] => [textIn(element).trim(), attribute(element, "dir")];
    expect(findAll(page, "pre").map(direction)).toEqual([["fill(lamp)", "ltr"]]);
    expect(findAll(page, "code").map(direction).slice(0, 2)).toEqual([
      ["fill(lamp)", "ltr"],
      // Its paragraph is from left to right already.
      ["light()", ""],
    ]);
  });

  it("has its bars and bullets where its lines begin", () => {
    const style = parts.text("style.css");
    for (const name of [".body ul, .body ol", ".callout", ".band li, .entries li"]) {
      const [, rule = ""] = style.split(`\n${name} {`);
      expect(rule.split("}")[0], name).toMatch(/padding-left: [\d.]+em; padding-inline: [\d.]+em 0/);
    }
    expect(style).not.toMatch(/[^-]direction:|unicode-bidi/);
  });

  it("is valid", async () => {
    const { messages } = await checkEpub(join(out, "epub/patterns.epub"));
    expect(messages.filter(({ id }) => id !== "CSS-028")).toEqual([]);
  });
});
