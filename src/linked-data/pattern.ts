import { showControls } from "../library/controls.js";
import type { Library } from "../library/library.js";
import type { Body, Contributor, NumberedPattern, Score } from "../library/pattern.js";
import { describeAgent } from "./agents.js";
import { DIMENSION } from "./facet-schemes.js";
import { describeFacets } from "./facets.js";
import { type Iris, licenseAddress, toReference } from "./iri.js";
import { languageTag, toLanguageMap } from "./language.js";
import { filled, type Node } from "./node.js";
import { describeOwnFields } from "./own-fields.js";
import { collectReferences } from "./references.js";
import { describeRelations } from "./relations.js";
import { describeSections } from "./sections.js";
import type { Places, Setting } from "./setting.js";
import { tieTranslations } from "./translations.js";

/** A pattern as a concept of the scheme, with its metadata and its relations, without its text. */
export function describePattern(pattern: NumberedPattern, setting: Setting): Node {
  const { library, iris, places } = setting;
  const language = languageTag(pattern.language, setting.language);
  return {
    "@id": iris.pattern(pattern),
    "@type": ["Concept", "DefinedTerm", "Pattern"],
    ...describeNames(pattern, language),
    ...tieTranslations(pattern, setting),
    ...describeMembership(pattern, setting),
    ...describeFacets(pattern, setting),
    ...describeAssessment(pattern, iris),
    ...describeRelations(pattern, library, iris),
    ...describeRights(pattern, iris),
    ...describeProvenance(pattern, iris),
    ...describePlaces(pattern, places, iris),
    ...describeOwnFields(pattern, setting.fields),
    extra: Object.keys(pattern.extra).length > 0 ? pattern.extra : undefined,
    wordCount: pattern.body.words,
  };
}

/** What a pattern's body adds to its node: the text, section by section, and the works it refers to. */
export function describeText(
  pattern: NumberedPattern,
  body: Body,
  { iris, language, library }: Setting,
): Partial<Node> {
  const references = collectReferences(body, pattern, library).map(
    ({ number, text, url }, at): Node => ({
      "@id": iris.detail(pattern, `reference.${at + 1}`),
      "@type": "Reference",
      position: at + 1,
      mark: number,
      text,
      url: url === undefined ? undefined : toReference(url),
    }),
  );
  return {
    section: filled(describeSections(pattern, body, languageTag(pattern.language, language), iris)),
    reference: filled(references),
  };
}

/** A pattern that the edition leaves out and another one names: its labels, so that the address says something. */
export function describeMention(pattern: NumberedPattern, { iris, language }: Setting): Node {
  return {
    "@id": iris.pattern(pattern),
    "@type": "Concept",
    number: pattern.number,
    prefLabel: toLanguageMap(languageTag(pattern.language, language), pattern.title),
    inScheme: iris.scheme,
  };
}

function describeNames(pattern: NumberedPattern, language: string): Partial<Node> {
  const { title, summary } = pattern;
  const aliases = [...new Set(pattern.aliases)];
  // A label is preferred or alternative, not both (SKOS S13).
  const others = aliases.filter((alias) => alias !== title);
  return {
    number: pattern.number,
    identifier: pattern.id,
    slug: pattern.slug,
    formerSlug: filled(pattern.formerSlugs),
    name: title,
    alternateName: filled(aliases),
    prefLabel: toLanguageMap(language, title),
    altLabel: others.length > 0 ? toLanguageMap(language, others) : undefined,
    definition: summary === undefined ? undefined : toLanguageMap(language, summary),
    description: summary,
    language,
    writtenLanguage: pattern.writtenLanguage,
  };
}

function describeMembership(pattern: NumberedPattern, { library, iris }: Setting): Partial<Node> {
  return {
    inScheme: iris.scheme,
    inDefinedTermSet: iris.scheme,
    topConceptOf: isTop(pattern, library) ? iris.scheme : undefined,
  };
}

/** Whether nothing is above a pattern. */
export function isTop({ id }: NumberedPattern, { relations }: Pick<Library, "relations">): boolean {
  return !relations.get(id)?.some(({ kind }) => kind === "generalizes_from");
}

function describeAssessment(pattern: NumberedPattern, iris: Iris): Partial<Node> {
  const { alignment, confidence, scores } = pattern;
  const describeScore = ({ dimension, value, rationale, stated }: Score, at: number): Node => ({
    "@id": iris.detail(pattern, `score.${at + 1}`),
    "@type": "Score",
    dimension: iris.concept(DIMENSION, dimension),
    value,
    rationale,
    statedIn: stated,
  });
  return { alignment, confidence, score: filled(scores.map(describeScore)) };
}

function describeRights(pattern: NumberedPattern, iris: Iris): Partial<Node> {
  const { contributors, license, attribution } = pattern;
  const describeRole = ({ name, role }: Contributor, at: number): Node => ({
    "@id": iris.detail(pattern, `contribution.${at + 1}`),
    "@type": "Attribution",
    agent: describeAgent(name, iris),
    role,
  });
  return {
    contributor: filled(contributors.map(({ name }) => describeAgent(name, iris))),
    qualifiedAttribution: filled(contributors.filter(({ role }) => role !== undefined).map(describeRole)),
    license: license === undefined ? undefined : licenseAddress(license),
    licenseName: license,
    attribution,
  };
}

function describeProvenance(pattern: NumberedPattern, iris: Iris): Partial<Node> {
  const { source, sources, pageUrl, sourceUrl, repository } = pattern;
  const origin: Node = {
    "@id": iris.detail(pattern, "source.file"),
    "@type": ["SourceFile", "Entity"],
    path: showControls(source.path),
    sha256: source.sha256,
    bytes: source.bytes,
    dialect: pattern.dialect,
  };
  return {
    citation: filled(sources.map(toReference)),
    page: pageUrl === undefined ? undefined : toReference(pageUrl),
    sourceUrl: sourceUrl === undefined ? undefined : toReference(sourceUrl),
    repository: repository === undefined ? undefined : toReference(repository),
    version: pattern.version,
    created: pattern.created,
    modified: pattern.modified,
    derivedFrom: origin,
  };
}

/** Where the pattern stands in the other editions made by the same build. */
function describePlaces(pattern: NumberedPattern, places: Places, iris: Iris): Partial<Node> {
  const { id } = pattern;
  const place = places.print.get(id);
  const print: Node | undefined = place && {
    "@id": iris.detail(pattern, "print.location"),
    "@type": "PrintLocation",
    volume: place.volume,
    pdfPage: place.page,
    pageLabel: place.label,
  };
  return { print, epubFile: places.epub.get(id), handout: places.handout.get(id) };
}
