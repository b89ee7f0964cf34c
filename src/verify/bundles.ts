import type { Pool } from "../threads/pool.js";
import type { FileFault, Loss, Tally } from "./account.js";
import { type Manifest, volumePath } from "./manifest.js";
import { tasks } from "./tasks.js";

/** What was found of an artefact that is made of several patterns again: the press edition, a pack. */
export interface Bundle {
  edition: "pdf" | "docx";
  kind: "press" | "packs";
  tally: Tally;
  losses: Loss[];
  faults: FileFault[];
}

interface Work {
  out: string;
  manifest: Manifest;
  pool: Pool;
}

/** Verifies the press edition of every volume, and every pack. */
export async function verifyBundles(work: Work, progress: (message: string) => void): Promise<Bundle[]> {
  const waiting = [...pressOf(work), ...packsOf(work)];
  let done = 0;
  return await Promise.all(
    waiting.map(async (start) => {
      const bundle = await start();
      progress(`press edition and packs: ${++done} of ${waiting.length}`);
      return bundle;
    }),
  );
}

function pressOf({ out, manifest, pool }: Work): (() => Promise<Bundle>)[] {
  const made = new Set(manifest.artifacts.map(({ path }) => path));
  const volumes = new Set(manifest.patterns.flatMap(({ print }) => (print ? [print.volume] : [])));
  return [...volumes].flatMap((volume) => {
    const reading = volumePath(manifest, volume);
    const press = reading.replace(/\.pdf$/, "-press.pdf");
    if (!made.has(press)) return [];
    const patterns = manifest.patterns.flatMap(({ source, title, print }) =>
      print?.volume === volume ? [{ file: source, title, page: print.page }] : [],
    );
    return [
      async (): Promise<Bundle> => ({
        edition: "pdf",
        kind: "press",
        ...(await pool.run(tasks.verifyPress, { out, reading, press, patterns })),
      }),
    ];
  });
}

function packsOf({ out, manifest, pool }: Work): (() => Promise<Bundle>)[] {
  const patterns = new Map(manifest.patterns.map((pattern) => [pattern.id, pattern]));
  return manifest.packs.map(({ path, patterns: ids }) => async (): Promise<Bundle> => {
    const members = ids.flatMap((id) => {
      const pattern = patterns.get(id);
      return pattern
        ? [{ file: pattern.source, title: pattern.title, handout: pattern.handout, card: pattern.card ?? null }]
        : [];
    });
    return {
      edition: "docx",
      kind: "packs",
      faults: [],
      ...(await pool.run(tasks.verifyPack, { out, path, members })),
    };
  });
}
