import { CLASSIFICATIONS, classify } from "../../library/classification.js";
import { showControls } from "../../library/controls.js";
import { targetOf } from "../../library/names.js";
import type { Body, NumberedPattern } from "../../library/pattern.js";
import type { Twin } from "../../library/translations/twin.js";
import { licenseAddress } from "../../linked-data/iri.js";
import { languageTag } from "../../linked-data/language.js";
import { collectReferences } from "../../linked-data/references.js";
import { tellFootnotes, withoutPrefix } from "../../linked-data/sections.js";
import type { Setting } from "../../linked-data/setting.js";
import type { PatternRecord } from "./record.js";

/** A pattern with its text as a record. */
export function describeRecord(pattern: NumberedPattern, body: Body, setting: Setting): PatternRecord {
  const { iris, places } = setting;
  const { id, slug, source } = pattern;
  const language = languageTag(pattern.language, setting.language);
  return {
    iri: iris.pattern(pattern),
    id,
    slug,
    number: pattern.number,
    title: pattern.title,
    aliases: pattern.aliases,
    former_slugs: pattern.formerSlugs,
    summary: pattern.summary ?? null,
    language,
    written_language: pattern.writtenLanguage ?? pattern.language ?? null,
    ...describeTranslations(pattern, setting),
    version: pattern.version ?? null,
    created: pattern.created ?? null,
    modified: pattern.modified ?? null,
    ...setting.values.classify(pattern),
    written_values: listWritten(pattern, setting),
    ...describeAssessment(pattern),
    ...describeRelations(pattern, setting),
    contributors: pattern.contributors.map(({ name, role = null, affiliation = null }) => ({
      name,
      role,
      affiliation,
    })),
    sources: pattern.sources,
    references: collectReferences(body, pattern, setting.library).map(({ number = null, text, url = null }) => ({
      number,
      text,
      url,
    })),
    license: pattern.license ?? null,
    license_url: (pattern.license && licenseAddress(pattern.license)) || null,
    attribution: pattern.attribution ?? null,
    repository: pattern.repository ?? null,
    page_url: pattern.pageUrl ?? null,
    source_url: pattern.sourceUrl ?? null,
    dialect: pattern.dialect,
    source: { path: showControls(source.path), sha256: source.sha256, bytes: source.bytes },
    print: places.print.get(id) ?? null,
    epub_file: places.epub.get(id) ?? null,
    handout: places.handout.get(id) ?? null,
    words: pattern.body.words,
    sections: listSections(slug, body),
    extra: JSON.stringify(pattern.extra),
  };
}

/** What the file writes otherwise than the key of its value. */
function listWritten(pattern: NumberedPattern, { values }: Setting): PatternRecord["written_values"] {
  const written = classify(pattern);
  return CLASSIFICATIONS.flatMap(({ key: field, scheme }) =>
    [written[field] ?? []].flat().flatMap((own) => {
      const key = values.find(scheme, own)?.key;
      return key === undefined || key === own ? [] : [{ field, key, written: own }];
    }),
  );
}

function describeTranslations(
  { id, translationOf }: NumberedPattern,
  { library, iris }: Setting,
): Pick<PatternRecord, "translation_of" | "translations"> {
  const twins = library.translations.twins.get(id) ?? [];
  const describe = ({ id, slug, title, language }: Twin) => ({ iri: iris.pattern({ id, slug }), title, language });
  const original = twins.find(({ is }) => is === "original");
  return {
    translation_of:
      translationOf === undefined
        ? null
        : { target: translationOf, ...(original ? describe(original) : { iri: null, title: null, language: null }) },
    translations: twins.filter(({ is }) => is === "translation").map(describe),
  };
}

function describeAssessment(pattern: NumberedPattern): Pick<PatternRecord, "alignment" | "confidence" | "scores"> {
  return {
    alignment: pattern.alignment ?? null,
    confidence: pattern.confidence ?? null,
    scores: pattern.scores.map(({ dimension, value, rationale = null, stated }) => ({
      dimension,
      value,
      rationale,
      stated_in: stated,
    })),
  };
}

function describeRelations(
  { id, claims }: NumberedPattern,
  { library, iris }: Setting,
): Pick<PatternRecord, "claims" | "relations"> {
  const slugOf = (target: string): string => library.byId.get(target)?.slug ?? target;
  return {
    claims: claims.map(({ kind, target, weight = null, description = null }) => {
      const found = targetOf(library.names, target);
      return {
        kind,
        target,
        target_id: found ?? null,
        target_slug: found === undefined ? null : slugOf(found),
        weight,
        description,
      };
    }),
    relations: (library.relations.get(id) ?? []).map(({ kind, target, weight = null, description = null, stated }) => ({
      kind,
      target_id: target,
      target_slug: slugOf(target),
      target_iri: iris.pattern(library.byId.get(target) ?? { id: target, slug: target }),
      target_title: library.byId.get(target)?.title ?? target,
      weight,
      description,
      stated,
    })),
  };
}

function listSections(slug: string, body: Body): PatternRecord["sections"] {
  const sections: PatternRecord["sections"] = body.sections.map(({ id, role, title, markdown, text }) => ({
    id: withoutPrefix(id, slug),
    role,
    title: title || null,
    markdown,
    text,
  }));
  const footnotes = tellFootnotes(body);
  if (footnotes === undefined) return sections;
  return [...sections, { id: "text.footnotes", role: "footnotes", title: null, markdown: null, text: footnotes }];
}
