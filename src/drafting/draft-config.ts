import { stringify } from "yaml";
import type { Survey, SurveyedFile } from "../library/reading/survey.js";
import { countLeftOut } from "../report/left-out.js";
import { type DraftField, findFields } from "./find-fields.js";
import { type FolderGroups, findFolderGroups } from "./find-groups.js";
import { findLinks } from "./find-links.js";
import { findOpenings, type Openings } from "./find-openings.js";
import { type SortedFiles, sortFiles } from "./sort-files.js";

export interface DraftOptions {
  /** The library's folder, as book.yaml names it. */
  source: string;
  /** What the book is called until somebody says. */
  title: string;
  slug: string;
}

/** A book.yaml for a library that was looked at, each line with what it rests on. */
export function draftConfig(survey: Survey, { source, title, slug }: DraftOptions): string {
  const sorted = sortFiles(survey);
  const parted = findFolderGroups(sorted.patterns);
  const isByField = findFields(sorted.patterns).some(({ name }) => name === "category");
  const { openings, patterns } = findOpenings(sorted.patterns, isByField ? undefined : parted);
  const count = (files: number): string => `${files} of ${patterns.length} files`;
  const fields = findFields(patterns);
  const groups = isByField ? undefined : findFolderGroups(patterns);
  const by = groups ? "group" : isByField ? "category" : undefined;
  const related = tally(patterns, ({ related }) => related);
  const lines = [
    "# Drafted by pattern-press init --from: every line says what it rests on. Change what is wrong, and run check.",
    ...describeLeftOut(survey, sorted),
    `source: ${scalar(source)}`,
    "book:",
    `  title: ${scalar(title)}`,
    `  slug: ${slug}`,
    "read:",
    ...sorted.skipped.map(
      ({ glob, why, count }) => `  - { files: ${quote(glob)}, as: skip } # ${why}, ${filesOf(count)}`,
    ),
    ...sorted.front.map((path) => `  - { files: ${quote(path)}, as: front }`),
    ...sorted.back.map((path) => `  - { files: ${quote(path)}, as: back }`),
    ...(openings && groups ? [describeOpenings(openings, groups)] : []),
    `  - files: ${quote(sorted.folder === "" ? "**/*.md" : `${sorted.folder}/**/*.md`)} # ${filesOf(patterns.length)}`,
    "    as: pattern",
    "    fields:",
    ...fields.map((field) => describeField(field, count)),
    ...(groups
      ? [`      group: folder ${groups.depth} # ${groups.names.map(([name, n]) => `${name} ${n}`).join(", ")}`]
      : []),
    ...(related.length > 0
      ? [
          `    relations: { related: [related, ${related.map(([heading]) => quote(heading)).join(", ")}] } # in ${related.map(([heading, n]) => `${heading} ${n}`).join(", ")}`,
        ]
      : []),
    ...describeMacros(patterns, count),
    ...describeHousekeeping(patterns, count),
    ...(by ? ["order:", `  by: [${by}]`] : []),
    ...describeLinks(patterns),
  ];
  return `${lines.join("\n")}\n`;
}

function describeLeftOut({ leftOut, failed }: Survey, { elsewhere }: SortedFiles): string[] {
  const counted = countLeftOut(leftOut);
  return [
    ...(counted === "" ? [] : [`# ${counted}`]),
    ...(failed.length > 0 ? [`# Cannot be read: ${some(failed)}; run pattern-press check.`] : []),
    ...(elsewhere.length > 0 ? [`# Elsewhere than the patterns, left out: ${some(elsewhere)}.`] : []),
  ];
}

function describeField({ name, places }: DraftField, count: (files: number) => string): string {
  const [only] = places;
  const value =
    places.length === 1 && only ? quote(only.place) : `[${places.map(({ place }) => quote(place)).join(", ")}]`;
  const said = places.filter(({ place }) => place !== "file").map((one) => `${one.place} in ${count(one.count)}`);
  return `      ${name}: ${value}${said.length > 0 ? ` # ${said.join(", ")}` : ""}`;
}

function describeOpenings({ glob, count }: Openings, { depth }: FolderGroups): string {
  return `  - { files: ${quote(glob)}, as: opening, fields: { group: folder ${depth} } } # ${filesOf(count)} about their folders`;
}

function describeMacros(files: readonly SurveyedFile[], count: (files: number) => string): string[] {
  const macros = tally(files, ({ macros }) => macros);
  if (macros.length === 0) return [];
  const said = macros.map(([macro, n]) => `${macro} in ${count(n)}`).join(", ");
  return [`    drop: [${macros.map(([macro]) => quote(macro)).join(", ")}] # ${said}`];
}

function describeLinks(files: readonly SurveyedFile[]): string[] {
  const links = findLinks(files).map(({ scheme, target, count, named }) => {
    const said = named === 0 ? "no file is called so" : `${named} to the name of a file`;
    return `  ${quote(`${scheme}:*`)}: ${target === "*" ? '"*"' : "none"} # ${count} ${count === 1 ? "link" : "links"}, ${said}`;
  });
  return links.length === 0 ? [] : ["links:", ...links];
}

// Sections that stewards keep for themselves.
const HOUSEKEEPING = /^#+ (?:status|estado|stand|changelog|change log|history|translation|revision|todo|to do)/i;

function describeHousekeeping(files: readonly SurveyedFile[], count: (files: number) => string): string[] {
  const sections = tally(files, ({ headings }) => headings.filter((heading) => HOUSEKEEPING.test(heading)));
  if (sections.length === 0) return [];
  const said = sections.map(([heading, n]) => `${heading} in ${count(n)}`).join(", ");
  return [`    # to drop as well: [${sections.map(([heading]) => quote(heading)).join(", ")}] # ${said}`];
}

/** What files have, most frequent first. */
function tally(files: readonly SurveyedFile[], of: (file: SurveyedFile) => readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of files.flatMap(of)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

const SHOWN = 3;

function some(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(", ");
  return names.length > SHOWN ? `${shown} … and ${names.length - SHOWN} more` : shown;
}

function filesOf(count: number): string {
  return `${count} ${count === 1 ? "file" : "files"}`;
}

function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trim();
}

/** In quotes where YAML would read something else. */
function quote(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : JSON.stringify(text);
}
