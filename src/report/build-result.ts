import type { BuildResult } from "../build.js";
import { type Exclusion, listExclusions } from "../library/exclusions.js";
import type { Finding } from "../library/rules/rule.js";
import type { Written } from "../output/staging.js";
import type { Colours } from "./colour.js";
import { printable, printableFinding } from "./printable.js";
import { countSilenced } from "./silenced.js";
import { countBySeverity, sentence } from "./text.js";

export interface BuiltOptions {
  /** Path to the library's folder, as the reader of the report would write it. */
  folder: string;
  out: string;
  colours: Colours;
  /** Whether every finding of the build is listed. */
  all: boolean;
  /** The command that tells what holds for the same files: `pattern-press check patterns`. */
  check: string;
  keepGoing: boolean;
}

// Enough to see what sort of thing it is; `check` and the manifest have the rest.
const SHOWN = 5;

/** What a build did, for people: what was written, what was left out, what was found, what to do next. */
export function formatBuilt(result: BuildResult, options: BuiltOptions): string {
  const { library, artifacts, findings, reported, silenced, placed } = result;
  const excluded = listExclusions(library).map(({ source, reason }) => ({
    source: printable(source),
    reason: printable(reason),
  }));
  const errors = findings.filter(isError);
  // Files with which an edition could not be made count as left out.
  const absent = new Set(excluded.map(({ source }) => source));
  const beside = reported.filter((finding) => !isError(finding) || !absent.has(printable(finding.file ?? "")));
  const blocks = [
    ...(artifacts.length > 0 ? [formatWritten(artifacts, library.patterns.length, options)] : []),
    ...(artifacts.length > 0 && excluded.length > 0 ? [formatExcluded(excluded, options)] : []),
  ];
  if (placed) blocks.push(...formatPlaced(placed, options));
  if (artifacts.length === 0) blocks.push(formatSome("Nothing was written", errors, options));
  if (beside.length > 0) blocks.push(formatSome("Found while building", beside, options));
  blocks.push([countSilenced(silenced), formatNext(result, options)].filter(Boolean).join("\n"));
  return blocks.join("\n\n");
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

function formatSome(heading: string, findings: readonly Finding[], { folder, colours, all }: BuiltOptions): string {
  const lines = findings
    .slice(0, all ? findings.length : SHOWN)
    .map(printableFinding)
    .map((finding) => {
      const { file, place, rule, severity } = finding;
      const at = `${file === undefined ? folder : `${folder}/${file}`}${place ? `:${place.line}:${place.column}` : ""}`;
      const words = `${colours.severity(severity, severity)}  ${sentence(finding)}  ${colours.dim(rule)}`;
      return `  ${colours.dim(at)}\n    ${words}`;
    });
  const rest = findings.length - lines.length;
  return [colours.bold(heading), ...lines, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join("\n");
}

// What shows a reader at once what was made.
const FIRST_TO_OPEN = [/^book\/(?!.*-(?:cover|press|vol-\d+)\.pdf$).*\.pdf$/, /^epub\//, /^dataset\/index\.html$/];

function formatNext({ findings, reported, artifacts }: BuildResult, options: BuiltOptions): string {
  const { out, keepGoing } = options;
  const counts = countBySeverity(findings);
  const book = FIRST_TO_OPEN.map((name) => artifacts.find(({ path }) => name.test(path))).find(Boolean) ?? artifacts[0];
  const open = `Open ${out}/${book?.path ?? "manifest.json"}.`;
  if (counts === "") return `Nothing to fix. ${open}`;
  const told = [`${counts}.`, ...tellWhere(findings, reported, options)];
  if (artifacts.length === 0) told.push(`Fix the errors${keepGoing ? "" : ", or build with --keep-going"}.`);
  else told.push(...(findings.some(isError) ? ["Fix what was left out."] : []), open);
  return told.join(" ");
}

/** Says where the findings are that are not on the screen: `check` does not know those that only a build finds. */
function tellWhere(findings: readonly Finding[], reported: readonly Finding[], { all, check }: BuiltOptions): string[] {
  const own = new Set(reported);
  const others = findings.filter((finding) => !own.has(finding));
  const notes = others.some(({ severity }) => severity === "info") ? " --all" : "";
  const those = own.size === 0 ? "them" : "those of the files";
  const isHidden =
    !all && [true, false].some((error) => reported.filter((one) => isError(one) === error).length > SHOWN);
  return [
    ...(others.length > 0 ? [`Run ${check}${notes} to see ${those}.`] : []),
    ...(isHidden ? ["Build with --all to see all that was found while building."] : []),
  ];
}

function formatWritten(artifacts: readonly Written[], patterns: number, { out, colours }: BuiltOptions): string {
  const folders = new Map<string, Written[]>();
  for (const artifact of artifacts) {
    const name = artifact.path.split("/")[0] ?? "";
    folders.set(name, [...(folders.get(name) ?? []), artifact]);
  }
  const rows = [...folders].map(([name, own]) => {
    const bytes = own.reduce((sum, artifact) => sum + artifact.bytes, 0);
    const [only] = own;
    return own.length === 1 && only
      ? { path: `${out}/${only.path}`, count: "", size: formatBytes(bytes) }
      : { path: `${out}/${name}/`, count: `${own.length} files`, size: formatBytes(bytes) };
  });
  const widths = {
    path: Math.max(...rows.map(({ path }) => path.length)),
    count: Math.max(...rows.map(({ count }) => count.length)),
    size: Math.max(...rows.map(({ size }) => size.length)),
  };
  const lines = rows.map(
    ({ path, count, size }) =>
      `  ${path.padEnd(widths.path)}  ${colours.dim(`${count.padStart(widths.count)}  ${size.padStart(widths.size)}`)}`,
  );
  return [colours.bold(`Wrote ${patterns} ${patterns === 1 ? "pattern" : "patterns"}`), ...lines].join("\n");
}

/** What became of what lay in the output before. */
function formatPlaced(
  { kept, removed, foreign }: NonNullable<BuildResult["placed"]>,
  { out, colours }: BuiltOptions,
): string[] {
  const [old, current] = [kept.filter(({ isCurrent }) => !isCurrent), kept.filter(({ isCurrent }) => isCurrent)];
  const lines = [
    ...(current.length > 0 ? [`kept: ${list(current.map(({ name }) => name))}`] : []),
    ...(old.length > 0
      ? [`kept, of an earlier state of the library: ${list(old.map(({ name }) => name))}; build them again`]
      : []),
    ...(removed.length > 0 ? [`removed, of the last build: ${list(removed)}`] : []),
    ...(foreign.length > 0 ? [`not ours, and left as it was: ${list(foreign)}`] : []),
  ];
  return lines.length === 0
    ? []
    : [[colours.bold(`Besides, in ${out}/`), ...lines.map((line) => `  ${line}`)].join("\n")];
}

function list(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return [names.slice(0, SHOWN).map(printable).join(", "), ...(rest > 0 ? [`and ${rest} more`] : [])].join(" ");
}

function formatExcluded(excluded: readonly Exclusion[], { folder, colours, all }: BuiltOptions): string {
  const lines = excluded
    .slice(0, all ? excluded.length : SHOWN)
    .map(({ source, reason }) => `  ${colours.dim(`${folder}/${source}`)}\n    ${reason}`);
  const rest = excluded.length - lines.length;
  const more = rest > 0 ? [`  … and ${rest} more, listed in manifest.json`] : [];
  const files = excluded.length === 1 ? "1 file" : `${excluded.length} files`;
  return [colours.bold(`Left out ${files}`), ...lines, ...more].join("\n");
}

function formatBytes(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(0)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
