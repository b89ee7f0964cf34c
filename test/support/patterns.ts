import type { NumberedPattern, Pattern } from "../../src/library/pattern.js";

/** A pattern with no more than it needs; `fields` replace what it has. */
export function somePattern(fields: Partial<Pattern> & { slug: string }): Pattern {
  return {
    id: `slug:${fields.slug}`,
    formerSlugs: [],
    title: fields.slug,
    aliases: [],
    universality: "domain",
    domain: "care",
    crossDomains: [],
    commonsDomains: [],
    categories: [],
    eras: [],
    origins: [],
    scores: [],
    claims: [],
    contributors: [],
    sources: [],
    extra: {},
    dialect: "tags",
    source: { path: `${fields.slug}.md`, sha256: "", bytes: 0 },
    body: {
      key: "",
      words: 1,
      characters: "",
      charactersByFace: { text: "", label: "", code: "" },
      formulas: 0,
      sections: [],
      links: [],
      anchors: {},
      images: [],
      diagrams: [],
      omissions: [],
    },
    observations: [],
    givenBy: {},
    places: {},
    ...fields,
  };
}

/** The same with its place in the book. */
export function numbered(number: number, fields: Partial<Pattern> & { slug: string }): NumberedPattern {
  return { ...somePattern(fields), number };
}
