import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { FORMATS } from "../../src/formats/index.js";
import type { Omission } from "../../src/library/pattern.js";
import { EDITIONS, type EditionName, openEditions } from "../support/edition-texts.js";
import { buildEditions, ROOT, readingEdition, temporaryFolder } from "../support/editions.js";
import { missingInOrder, wordsOf } from "../support/words.js";

const FOLDER = join(ROOT, "../shared/seed");

/** A value of the front matter as it is written, by dotted path. */
interface Field {
  path: string;
  value: string;
}

/** How a value reads where it is not simply repeated. */
const SHOWN: Readonly<Record<string, (value: string) => string[]>> = {
  created: (value) => [value, value.slice(0, 10)],
  modified: (value) => [value, value.slice(0, 10)],
  version: (value) => [`Version ${value}`],
  "tags.commons_alignment": (value) => [`${value} of 5`, "●".repeat(Number(value))],
};

/** What a data set says as data, not in a sentence. */
const AS_DATA: Readonly<Record<string, (value: string) => string[]>> = {
  version: (value) => [value],
  "tags.commons_alignment": (value) => [value],
};

describe.skipIf(!existsSync(FOLDER))("the seed, built alone", () => {
  const out = join(temporaryFolder(), "out");
  const source = existsSync(FOLDER) ? readSeed() : { fields: [], sections: [], tail: "" };
  const texts = new Map<EditionName, string>();
  let omissions: Omission[] = [];

  beforeAll(async () => {
    const { library } = await buildEditions({ source: FOLDER, out, formats: FORMATS, config: readingEdition });
    omissions = library.patterns.flatMap(({ body }) => body.omissions);
    const [seed] = library.patterns;
    if (!seed) throw new Error("the seed could not be read");
    const open = openEditions(out);
    for (const name of EDITIONS) texts.set(name, await (await open[name]()).text(seed));
  });

  it("has the fields and the nine sections that the test goes through", () => {
    expect(source.fields.map(({ path }) => path)).toContain("contributors.1");
    expect(source.sections).toHaveLength(9);
  });

  it("has the site's navigation and the distributor's line taken out and recorded", () => {
    const taken = omissions.map(({ text }) => text).join("\n");
    expect(missingInOrder(wordsOf(toText(source.tail)), wordsOf(taken))).toEqual([]);
  });

  for (const name of EDITIONS) {
    describe(name, () => {
      it.each(source.fields)("shows $path: $value", ({ path, value }) => {
        const forms = ((name === "jsonld" ? AS_DATA[path] : undefined) ?? SHOWN[path] ?? ((one) => [one]))(value);
        const text = texts.get(name) ?? "";
        expect(
          forms.some((form) => shows(text, form)),
          `${forms.join(" or ")} in ${text.slice(0, 2000)}`,
        ).toBe(true);
      });

      it.each(source.sections)("holds every word of $title", ({ title, text }) => {
        const words = wordsOf(texts.get(name) ?? "");
        expect(missingInOrder(wordsOf(`${title}\n${text}`), words)).toEqual([]);
      });
    });
  }
});

/** Whether a value's words follow one another in a text, whatever their capitals; signs are looked up as they are. */
function shows(text: string, value: string): boolean {
  const words = wordsOf(value.toLowerCase());
  return words.length > 0
    ? ` ${wordsOf(text.toLowerCase()).join(" ")} `.includes(` ${words.join(" ")} `)
    : text.includes(value);
}

interface Seed {
  fields: Field[];
  sections: { title: string; text: string }[];
  /** What follows the last section: navigation and the distributor's line. */
  tail: string;
}

/** The seed without our own reader: YAML by its package, sections by their numbered headings. */
function readSeed(): Seed {
  const [file = ""] = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));
  const [, front = "", body = ""] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(FOLDER, file), "utf8")) ?? [];
  const [text = "", ...tail] = body.split(/^---$/m);
  const sections = text
    .split(/^# \d+\. /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf("\n");
      return { title: section.slice(0, end), text: toText(section.slice(end)) };
    });
  return { fields: listFields("", parseDocument(front).contents), sections, tail: tail.join("\n") };
}

function listFields(path: string, node: unknown): Field[] {
  if (isScalar(node)) return [{ path, value: node.source ?? String(node.value) }];
  const inner = (name: string): string => (path ? `${path}.${name}` : name);
  if (isSeq(node)) return node.items.flatMap((item, at) => listFields(inner(String(at)), item));
  if (isMap(node)) return node.items.flatMap(({ key, value }) => listFields(inner(String(key)), value));
  return [];
}

/** The Markdown that the seed uses → text. */
function toText(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]+\)/g, "$1").replace(/\*\*/g, "");
}
