import { join } from "node:path";
import type { Library } from "../library/library.js";
import type { Pool } from "../threads/pool.js";
import { type Account, addTallies, EDITIONS, type EditionName, emptyTallies, type TakenOut } from "./account.js";
import { verifyBundles } from "./bundles.js";
import { checkFiles } from "./files.js";
import { type Manifest, readManifest } from "./manifest.js";
import { type Job, planJobs } from "./plan.js";
import { openRecords } from "./records.js";
import { tasks } from "./tasks.js";
import type { Batch, BatchResult } from "./verify-patterns.js";

export interface VerifyOptions {
  out: string;
  /** The library as it is now. */
  library: Library;
  /** Its folder. */
  source: string;
  pool: Pool;
  stage(name: string): void;
  progress(message: string): void;
}

/** The stages of a verification after the library is read, in order. */
export const STAGES = ["checksums", "compare"] as const;

// Small enough that all cores have work to the end, large enough that a volume is opened a few times only.
const FEWEST = 12;
const MOST = 40;

/** Reads the finished editions and the sources, and accounts for every pattern. */
export async function verify({ out, library, source, pool, stage, progress }: VerifyOptions): Promise<Account> {
  const manifest = await readManifest(out);
  stage("checksums");
  const files = await checkFiles(out, manifest, progress);
  stage("compare");
  const jobs = planJobs(library, manifest, source);
  const editions = editionsOf(manifest);
  const account: Account = {
    patterns: jobs.filter(({ text }) => text === undefined).length,
    texts: jobs.filter(({ text }) => text !== undefined).length,
    editions,
    tallies: emptyTallies(),
    losses: [],
    takenOut: jobs.flatMap(({ file, omissions }) => omissions.map((omission): TakenOut => ({ ...omission, file }))),
    files,
    leftOut: manifest.excluded,
    stale: listStale(library, manifest),
  };
  let done = 0;
  const results = await inBatches({ out, manifest, editions, jobs, pool }, (count) => {
    done += count;
    progress(`${done} of ${jobs.length} patterns`);
  });
  for (const result of await verifyBundles({ out, manifest, pool }, progress)) {
    account.tallies[result.edition][result.kind].found += result.tally.found;
    account.tallies[result.edition][result.kind].expected += result.tally.expected;
    account.losses.push(...result.losses);
    account.files.faults.push(...result.faults);
  }
  for (const { tallies, losses, named } of results) {
    account.takenOut.push(...named);
    addTallies(account.tallies, tallies);
    account.losses.push(...losses);
  }
  return account;
}

function editionsOf({ patterns, artifacts }: Manifest): EditionName[] {
  const built: Record<EditionName, boolean> = {
    pdf: patterns.some(({ print }) => print !== null),
    epub: patterns.some(({ epub }) => epub !== null),
    docx: patterns.some(({ handout }) => handout !== null),
    jsonld: artifacts.some(({ path }) => path === "dataset/patterns.jsonl.gz"),
  };
  return EDITIONS.filter((edition) => built[edition]);
}

const TEXTS = "dataset/texts.jsonl.gz";

interface Work {
  out: string;
  manifest: Manifest;
  editions: readonly EditionName[];
  jobs: readonly Job[];
  pool: Pool;
}

/** As many batches at once as there are threads, so that no more lines of the dataset are held than they read. */
async function inBatches(
  { out, manifest, editions, jobs, pool }: Work,
  finished: (count: number) => void,
): Promise<BatchResult[]> {
  const records = openRecords(join(out, "dataset/patterns.jsonl.gz"));
  const texts = openRecords(join(out, TEXTS));
  // Datasets of before have none.
  const hasTexts = manifest.artifacts.some(({ path }) => path === TEXTS);
  const slugs = [...manifest.patterns, ...manifest.texts].map(({ slug }) => slug);
  const ebooks = filesOfEbooks(jobs);
  const results: { at: number; result: BatchResult }[] = [];
  const pieces = cutJobs(jobs, pool.size);
  let next = 0;
  let reading: Promise<unknown> = Promise.resolve();
  const takeBatch = async (some: readonly Job[]): Promise<Batch> => {
    const lines: (string | null)[] = [];
    for (const { slug, text } of some) {
      const from = text === undefined ? records : texts;
      lines.push(editions.includes("jsonld") ? await from.take(slug) : null);
    }
    return { out, name: manifest.name, editions, jobs: some, records: lines, hasTexts, slugs, ebooks };
  };
  const lane = async (): Promise<void> => {
    for (let at = next++; at < pieces.length; at = next++) {
      // The lines are read one batch after the other.
      const taken = reading.then(() => takeBatch(pieces[at] ?? []));
      reading = taken.catch(() => {});
      const batch = await taken;
      results.push({ at, result: await pool.run(tasks.verifyPatterns, batch) });
      finished(batch.jobs.length);
    }
  };
  await Promise.all(Array.from({ length: pool.size }, lane));
  records.close();
  texts.close();
  return results.sort((a, b) => a.at - b.at).map(({ result }) => result);
}

/** Jobs in pieces of one volume each, as many of a volume as there are threads, or a multiple. */
function cutJobs(jobs: readonly Job[], threads: number): Job[][] {
  const volumes = new Map<number | undefined, Job[]>();
  for (const job of jobs) {
    const volume = volumes.get(job.print?.volume) ?? [];
    volume.push(job);
    volumes.set(job.print?.volume, volume);
  }
  return [...volumes.values()].flatMap((volume) => {
    const pieces = volume.length <= FEWEST ? 1 : threads * Math.ceil(volume.length / (threads * MOST));
    const size = Math.ceil(volume.length / pieces);
    return Array.from({ length: pieces }, (_, at) => volume.slice(at * size, (at + 1) * size));
  });
}

function filesOfEbooks(jobs: readonly Job[]): Record<string, Record<string, string>> {
  const ebooks: Record<string, Record<string, string>> = {};
  for (const { epub, slug } of jobs) {
    if (!epub) continue;
    const own = ebooks[epub.path] ?? {};
    own[epub.file] = slug;
    ebooks[epub.path] = own;
  }
  return ebooks;
}

/** Sources that are not those that the editions were made of. */
function listStale(library: Library, manifest: Manifest): Account["stale"] {
  const now = new Map([...library.byId.values(), ...library.matter].map((pattern) => [pattern.source.path, pattern]));
  const changed = [...manifest.patterns, ...manifest.texts].flatMap(({ source, sha256 }): Account["stale"] => {
    const pattern = now.get(source);
    if (!pattern) return [{ file: source, why: "it is not in the library any more, or cannot be read" }];
    if (sha256 === undefined || sha256 === pattern.source.sha256) return [];
    return [{ file: source, why: "it has changed since the editions were built" }];
  });
  return changed;
}
