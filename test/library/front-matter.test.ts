import { describe, expect, it } from "vitest";
import { SourceError } from "../../src/library/failure.js";
import { parseSource } from "../../src/library/parse-file.js";
import type { Body, Pattern } from "../../src/library/pattern.js";

const FIELDS = "slug: rain-barrel\ntitle: Rain Barrel\nid: pat_01k8z3n4q0e1s9w2v5x7t6b4e1\ntags:\n  domain: water";
const BODY = "# 1. Overview\n\nRain is free.\n\n# 2. Core Principles\n\nCatch it.\n";
const TEXT = `---\n${FIELDS}\n---\n\n${BODY}`;

describe("front matter as people write it", () => {
  const plain = parse(TEXT);

  it.each([
    ["after a byte order mark", `\uFEFF${TEXT}`],
    ["with the line ends of Windows", TEXT.replaceAll("\n", "\r\n")],
    ["with the line ends of old Macs", TEXT.replaceAll("\n", "\r")],
    ["with blanks after the dashes", TEXT.replaceAll("---\n", "--- \n")],
    ["named as YAML", TEXT.replace("---\n", "---yaml\n")],
    ["after blank lines", `\n\n${TEXT}`],
    ["in a code fence", `\`\`\`yaml\n---\n${FIELDS}\n---\n\`\`\`\n\n${BODY}`],
    ["in a code fence that goes on to the end", `~~~\n---\n${FIELDS}\n---\n\n${BODY}`],
  ])("%s is read alike", (_, text) => {
    const { pattern, body } = parse(text);
    expect(pattern.title).toBe("Rain Barrel");
    expect(pattern.domain).toBe("water");
    expect(words(body)).toEqual(words(plain.body));
  });

  it("is read where the closing dashes end the file", () => {
    const { pattern, body } = parse(`---\n${FIELDS}\n---`);
    expect(pattern.slug).toBe("rain-barrel");
    expect(body.sections).toEqual([]);
  });

  it("keeps account of a heading that stands before it", () => {
    const { pattern, body } = parse(`# A Word Before\n\n${TEXT}`);
    expect(body.sections.map(({ title }) => title)).toEqual(["Overview", "Core Principles"]);
    expect(pattern.body.omissions.map(({ kind, text }) => `${kind}: ${text}`)).toContain(
      "empty-section: A Word Before",
    );
    expect(pattern.observations.map(({ rule }) => rule)).toContain("front-matter-comes-first");
  });

  it("is not mistaken for a rule between paragraphs", () => {
    const { body } = parse(`${TEXT}\nBefore.\n\n---\n\nAfter: this.\n\n---\n`);
    expect(body.sections.at(-1)?.text).toContain("After: this.");
  });

  it("keeps the places of the file", () => {
    const { pattern } = parse(`\r\n\r\n${TEXT}`);
    expect(pattern.places.title).toEqual({ line: 5, column: 1 });
  });

  it("keeps the place of every entry of a list, and of every field of it", () => {
    const related =
      "related:\n  - slug: well\n    weight: 0.5\n  - slug: pump\n  - tap\nrelationships:\n  enables: [hose]";
    const { pattern } = parse(TEXT.replace("tags:", `${related}\ntags:`));
    expect(pattern.places["related.0"]).toEqual({ line: 6, column: 5 });
    expect(pattern.places["related.0.weight"]).toEqual({ line: 7, column: 5 });
    expect(pattern.places["related.1.slug"]).toEqual({ line: 8, column: 5 });
    expect(pattern.claims.map(({ target, place }) => `${target} ${place.line}:${place.column}`)).toEqual([
      "well 6:5",
      "pump 8:5",
      "tap 9:5",
      "hose 11:13",
    ]);
  });

  it("keeps apart a field of a group and a field with a dot in its name", () => {
    const { pattern } = parse(TEXT.replace("tags:", "tags.domain: earth\ntags:"));
    expect(pattern.places["tags\\.domain"]).toEqual({ line: 5, column: 1 });
    expect(pattern.places["tags.domain"]).toEqual({ line: 7, column: 3 });
    expect(pattern.domain).toBe("water");
    expect(pattern.extra["tags.domain"]).toBe("earth");
  });

  it("keeps a version as it was written", () => {
    expect(parse(TEXT.replace("tags:", "version: 1.10\ntags:")).pattern.version).toBe("1.10");
  });
});

describe("front matter that cannot be read", () => {
  it.each([
    ["in JavaScript", "---js\n{ slug: process.exit(7) }\n---\n", "front-matter-is-yaml", 1],
    ["in JavaScript by its long name", "---javascript\nprocess.exit(7)\n---\n", "front-matter-is-yaml", 1],
    ["in JSON", '---json\n{ "slug": "x" }\n---\n', "front-matter-is-yaml", 1],
    ["in an unknown language", "---fortran\nslug\n---\n", "front-matter-is-yaml", 1],
    ["in a language named like a method", "---constructor\nslug: x\n---\n", "front-matter-is-yaml", 1],
    ["opened with four dashes", "----\nslug: x\n---\n", "front-matter-is-yaml", 1],
    ["with a line that begins with dashes", "---\nslug: x\n---- - -\ntitle: y\n---\n", "front-matter-is-valid", 3],
    ["with an alias to nothing", "---\nslug: x\naliases: [*y]\n---\n", "front-matter-is-valid", 3],
    ["without an end", "---\nslug: x\n\nText.\n", "front-matter-is-closed", 1],
    ["missing, as all words are", "\n \n", "file-has-words", 1],
    ["with a broken list", "---\nslug: x\naliases: [a, b\ntitle: y\n---\n", "front-matter-is-valid", 3],
    ["with a key twice", "---\nslug: x\nslug: y\n---\n", "front-matter-is-valid", 3],
  ])("%s is an error with its line", (_, text, rule, line) => {
    expect(failureOf(text)).toMatchObject({ rule, place: { line } });
  });

  it("fails the second time as it did the first", () => {
    const broken = "---\nslug: [\n---\n";
    expect(failureOf(broken)).toEqual(failureOf(broken));
  });
});

describe("a file without front matter", () => {
  it.each([
    ["text alone", "Only text.\n", [": Only text."]],
    ["a rule and sections", "---\n\n## Overview\n\nOnly text.\n\n---\n", ["Overview: Only text."]],
  ])("is a pattern, with one warning: %s", (_, text, sections) => {
    const { pattern, body } = parse(text);
    expect(words(body)).toEqual(sections);
    expect(pattern.title).toBe("File");
    expect(pattern.observations.map(({ rule }) => rule)).toEqual(["front-matter-is-present"]);
  });
});

function parse(text: string): { pattern: Pattern; body: Body } {
  return parseSource(new TextEncoder().encode(text), { path: "file.md", key: "key" });
}

function words({ sections }: Body): string[] {
  return sections.map(({ title, text }) => `${title}: ${text}`);
}

function failureOf(text: string): unknown {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof SourceError) return error.failure;
    throw error;
  }
  return undefined;
}
