import { loadEdition, type Opened } from "./changes/read-edition.js";
import { changesSince } from "./changes/since.js";
import { toMarkdown } from "./changes/write-changes.js";
import type { Config } from "./config/read-config.js";
import { draw } from "./diagrams/draw.js";
import type { ExtensionModule } from "./extensions/extension.js";
import { FormatFault } from "./extensions/format-fault.js";
import type { Format } from "./formats/format.js";
import { roomsOf } from "./formats/index.js";
import { type Locations, NOWHERE } from "./formats/locations.js";
import { narrow, type Shared } from "./formats/narrow.js";
import { orderFormats } from "./formats/order-formats.js";
import { PatternFault } from "./formats/pattern-fault.js";
import { renderSafely } from "./formats/render-safely.js";
import { select } from "./library/assemble.js";
import type { Failure } from "./library/failure.js";
import type { Library } from "./library/library.js";
import type { NumberedPattern } from "./library/pattern.js";
import { checkInTurns, sortFindings } from "./library/rules/index.js";
import { weigh } from "./library/rules/levels.js";
import type { Finding } from "./library/rules/rule.js";
import { SelectionError } from "./library/select.js";
import { sha256 } from "./library/sha256.js";
import { openCache } from "./machine/cache.js";
import { generator } from "./machine/version.js";
import type { ListedEdition } from "./output/last-build.js";
import { describeBuild, listChecksums, stateOf } from "./output/manifest.js";
import { openStaging, type Placed, type Staging, type Written } from "./output/staging.js";
import { locateTarget } from "./output/target.js";
import { isDated, UNDATED } from "./page/edition-date.js";
import { type Locale, readLocale } from "./page/locale.js";
import { templateFolders } from "./page/template-files.js";
import { openTemplates, type Templates } from "./page/templates.js";
import { reportDamage } from "./workplace/damage.js";
import { readLibrary, type Workplace, type WorkplaceOptions, withWorkplace } from "./workplace/workplace.js";

export interface BuildOptions extends WorkplaceOptions {
  config: Config;
  out: string;
  formats: readonly Format[];
  /** What the manifest calls the edition when only a part of what the formats make is built: the name of a pack. */
  edition?: string | undefined;
  /** Which patterns of the library are published; all where it is not given. */
  matches?: ((library: Library) => (pattern: NumberedPattern) => boolean) | undefined;
  /** Why none is, where that can be told. */
  explainNone?: ((library: Library) => string | undefined) | undefined;
  /** Steps over which what the chosen patterns require is built too. */
  depth?: number | undefined;
  /** An earlier edition: what changed since then is written down. */
  since?: Opened | undefined;
  keepGoing: boolean;
  /**
   * Finds what does not fit the whole library, and throws where it is not what it should be for this build: before
   * anything is made. Not called when files have errors: what is missing may stand in those files.
   */
  inspect?: ((library: Library) => Promise<readonly Finding[]>) | undefined;
  /** Seconds since 1970; SOURCE_DATE_EPOCH. */
  epoch?: number | undefined;
  /** A stage begins: one of `stagesOf(formats)`. */
  stage(name: string): void;
}

/** The stages of a build, in order. */
export function stagesOf(formats: readonly Format[]): string[] {
  return ["read", "check", "draw", ...orderFormats(formats).map(({ name }) => name), "write"];
}

export interface BuildResult {
  /** What the rules found, and what the editions did. */
  findings: Finding[];
  /** What was found while the editions were made: only a build can find it. */
  reported: Finding[];
  /** What the configuration silences. */
  silenced: Finding[];
  /** Empty when the input had errors and the build did not keep going. */
  artifacts: Written[];
  library: Library;
  /** What became of what lay in the output before; none where nothing was written. */
  placed?: Placed & {
    /** Editions that earlier builds made; whether they are of the library as it is now. */
    kept: (ListedEdition & { isCurrent: boolean })[];
  };
}

/**
 * read → order → link → check → render → write. Where a pattern cannot be set in one edition, all are made anew without it:
 * numbers, links and lists are the same in every edition.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { out, config } = options;
  locateTarget(out, config.source);
  return withWorkplace(options, async (workplace) => {
    const { book, templates: own, words } = config;
    const folders = templateFolders(own, config.shelves);
    const locale = readLocale(folders, book.language, words);
    const place: EquippedWorkplace = { ...workplace, locale, templates: openTemplates(folders, locale) };
    const setAside = new Map<string, Failure>();
    for (;;) {
      try {
        return await buildWithout(setAside, options, place);
      } catch (error) {
        if (!(error instanceof PatternFault)) throw error;
        const fresh = error.failed.filter(({ path }) => !setAside.has(path));
        if (fresh.length === 0) throw error;
        for (const { path, failure } of fresh) setAside.set(path, failure);
        if (options.keepGoing) options.progress(`made anew without ${fresh.map(({ path }) => path).join(", ")}`);
      }
    }
  });
}

type EquippedWorkplace = Workplace & { templates: Templates; locale: Locale };

/** @throws PatternFault where a pattern turns out to be one that an edition cannot be made with */
async function buildWithout(
  setAside: ReadonlyMap<string, Failure>,
  options: BuildOptions,
  place: EquippedWorkplace,
): Promise<BuildResult> {
  const { out, config, formats, matches, signal, progress } = options;
  options.stage("read");
  const { templates, pool } = place;
  orderFormats(formats)[0]
    ?.begin?.({ config, templates, pool })
    .catch(() => {});
  progress(`reading ${config.source}`);
  const whole = await readLibrary(config, place, setAside);
  options.stage("check");
  const { findings: checked, silenced } = weigh(await checkInTurns(whole, config.extended.rules), config.rules);
  const reported = checked.filter(({ rule, file = "" }) => setAside.get(file)?.rule === rule);
  const nothing = { findings: checked, reported, silenced, artifacts: [], library: whole };
  const hasErrors = checked.some(({ severity }) => severity === "error");
  if (hasErrors && (!options.keepGoing || whole.patterns.length === 0)) return nothing;
  const inspected = hasErrors ? [] : ((await options.inspect?.(whole)) ?? []);
  const library = matches ? select(whole, matches(whole), options.depth) : whole;
  if (library.patterns.length === 0) {
    // All that were selected may be those that cannot be set.
    if (setAside.size > 0) return nothing;
    const why = options.explainNone?.(whole);
    if (whole.patterns.length === 0) throw new SelectionError(NO_PATTERN);
    const none = `--select: none of the ${whole.patterns.length} patterns meets the conditions`;
    throw new SelectionError(why === undefined ? none : `${none}; ${why}`);
  }
  const editions = options.edition === undefined ? formats.map(({ name }) => name) : [options.edition];
  const { source, book } = config;
  const staging = await openStaging({
    out,
    source,
    name: book.slug,
    editions: [...editions, CHANGES],
    signal,
    progress,
  });
  try {
    options.stage("draw");
    warnOfLoss(staging, library, options);
    const shared = await prepare(library, options, place, reported);
    const { artifacts, locations, failed } = await render(library, options, shared, staging);
    if (shared.since && artifacts.length > 0) {
      const { print } = locations;
      const changes = await changesSince(shared.since, library, { name: book.slug, date: shared.date, print });
      const content = Buffer.from(toMarkdown(changes));
      artifacts.unshift(await staging.add({ path: "CHANGES.md", mediaType: "text/markdown", content }, CHANGES));
    }
    if (failed.size > 0 && (!options.keepGoing || artifacts.length === 0)) {
      return { ...nothing, findings: sortFindings([...checked, ...reported]), reported };
    }
    options.stage("write");
    const made = editions.filter((edition) => !failed.has(edition));
    const { modules } = config.extended;
    const about = { name: book.slug, language: book.language, date: shared.date, editions: made, extensions: modules };
    const placed = await write(library, { artifacts, locations, ...about }, staging);
    reported.push(...reportDamage(place.damaged));
    const [fitting, making] = [weigh(inspected, config.rules), weigh(reported, config.rules)];
    silenced.push(...fitting.silenced, ...making.silenced);
    const findings = new Set([...checked, ...fitting.findings, ...making.findings]);
    return { findings: sortFindings([...findings]), reported: making.findings, silenced, artifacts, library, placed };
  } finally {
    await staging.discard();
  }
}

/** What the manifest calls the edition that CHANGES.md is: a build that is asked for no changes takes it away. */
const CHANGES = "changes";

const NO_PATTERN =
  "no file became a pattern of this book; expected one at least: look at read and book.language in book.yaml, and at what check says is left out";

const NO_DATE: Finding = {
  rule: "edition-is-dated",
  severity: "warning",
  found: "no pattern that says when it was modified, and no SOURCE_DATE_EPOCH",
  expected: "the one date that all editions bear",
  mend: "set SOURCE_DATE_EPOCH to the seconds since 1970; until then imprints name no year, the dataset has no date and version 0.0.0, and files bear the oldest date that their formats know",
};

async function prepare(
  library: Library,
  { config, jobs, epoch, since, progress }: BuildOptions,
  { cacheFolder, onDamage, pool, scratch, browsers, program, templates, locale }: EquippedWorkplace,
  reported: Finding[],
): Promise<Shared> {
  const cache = openCache(cacheFolder, onDamage);
  const { seconds } = config.limits;
  const rooms = await roomsOf(config, templates.tokens);
  const report = (finding: Finding): void => void reported.push(finding);
  const date = dateOf(library, epoch);
  if (!isDated(date)) report(NO_DATE);
  return {
    // Hashed: it is a part of every key.
    fingerprint: (without) => sha256([program, templates.fingerprint(without), JSON.stringify(locale)].join(" ")),
    templates,
    locale,
    cache,
    pool,
    jobs,
    seconds,
    date,
    browsers,
    scratch,
    since: since && (await loadEdition(since, new Set(library.patterns.map(({ source }) => source.sha256)))),
    drawings: await draw(library, { cache, templates, browsers, jobs, seconds, rooms, report, progress }),
    report,
    progress,
  };
}

/** SOURCE_DATE_EPOCH, else when the library was last changed, on the day as it is written; else none that is known. */
function dateOf(library: Library, epoch: number | undefined): Date {
  if (epoch !== undefined) return new Date(epoch * 1000);
  const newest = library.patterns
    .flatMap(({ modified, modifiedOn }) => (modified && modifiedOn ? [{ modified, modifiedOn }] : []))
    .sort((a, b) => (a.modified < b.modified ? -1 : 1))
    .at(-1);
  if (!newest) return UNDATED;
  // Dates are printed as UTC counts them: of a late evening in the West that would be the day after.
  return new Date(newest.modified.startsWith(newest.modifiedOn) ? newest.modified : newest.modifiedOn);
}

/**
 * Makes the editions, those first that others tell of, and hands over where the patterns stand in them; and those of
 * extensions that could not be made, which are reported.
 */
async function render(
  library: Library,
  { config, formats, edition, stage }: BuildOptions,
  shared: Shared,
  staging: Staging,
): Promise<{ artifacts: Written[]; locations: Locations; failed: ReadonlySet<string> }> {
  const artifacts: Written[] = [];
  const failed = new Set<string>();
  let locations = NOWHERE;
  for (const format of orderFormats(formats)) {
    stage(format.name);
    try {
      for await (const made of renderSafely(format, library, narrow(format, shared, { config, locations }))) {
        if ("stands" in made) locations = { ...locations, ...made.stands };
        else artifacts.push(await staging.add(made, edition ?? format.name));
      }
    } catch (error) {
      if (!(error instanceof FormatFault)) throw error;
      shared.report(error.finding);
      failed.add(format.name);
    }
  }
  return { artifacts: artifacts.sort((a, b) => (a.path < b.path ? -1 : 1)), locations, failed };
}

/** Says which files of the last build will be removed from the output without a new one in their place. */
function warnOfLoss({ last, doomed }: Staging, { patterns }: Library, { out, progress }: BuildOptions): void {
  if (last === undefined) return;
  const [first] = doomed;
  if (first !== undefined) progress(`of ${last.name}, which lies in ${out}, ${doomed.length} files go: ${first} …`);
  const stay = new Set(patterns.map(({ id }) => id));
  const gone = last.patterns.filter(({ id }) => !stay.has(id)).length;
  if (gone === 0) return;
  const [more, their] = gone === 1 ? ["1 pattern", "its"] : [`${gone} patterns`, "their"];
  progress(`${out} holds ${more} more than this build makes; ${their} files of these editions go`);
}

interface Made {
  artifacts: readonly Written[];
  locations: Locations;
  /** Of the book's files. */
  name: string;
  /** Of the book, BCP 47. */
  language: string;
  date: Date;
  /** The names of the editions. */
  editions: readonly string[];
  extensions: readonly ExtensionModule[];
}

/** Adds the manifest and the checksums and puts everything in the output's place, beside the editions that stay. */
async function write(
  library: Library,
  { artifacts, locations, name, language, date, editions, extensions }: Made,
  staging: Staging,
): Promise<NonNullable<BuildResult["placed"]>> {
  let listed: readonly ListedEdition[] = [];
  const placed = await staging.commit(({ last, stays }) => {
    const files = [...artifacts, ...stays].sort((a, b) => (a.path < b.path ? -1 : 1));
    const manifest = describeBuild(library, locations, files, {
      name,
      generator: generator(),
      language,
      date,
      editions,
      extensions: extensions.map(({ name, sha256 }) => ({ name, sha256 })),
      last: stays.length > 0 ? last : undefined,
    });
    listed = manifest.editions;
    return { files, manifest, checksums: listChecksums(files) };
  });
  const state = stateOf(library);
  const kept = listed.filter(({ name }) => !editions.includes(name));
  return { ...placed, kept: kept.map((edition) => ({ ...edition, isCurrent: edition.library === state })) };
}
