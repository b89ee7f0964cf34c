import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { build } from "../../src/build.js";
import { type Config, defaultConfig } from "../../src/config/read-config.js";
import type { Format } from "../../src/formats/format.js";
import type { Library } from "../../src/library/library.js";
import type { NumberedPattern } from "../../src/library/pattern.js";
import type { Finding } from "../../src/library/rules/rule.js";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A folder that is gone when the tests of the file are over. Call it where tests are collected. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pattern-press-test-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface BuiltEditions {
  out: string;
  library: Library;
  /** What the editions found. */
  reported: Finding[];
}

interface EditionOptions {
  source: string;
  out: string;
  formats: readonly Format[];
  config?: Partial<Config>;
  /** The project's own test cache unless another is named. */
  cacheFolder?: string;
  matches?: (pattern: NumberedPattern) => boolean;
  /** Takes what the build says on its way. */
  said?: string[];
}

/** The configuration of a library that says where its addresses begin; all else as it is without one. */
export function testConfig(): Config {
  const config = defaultConfig();
  const namespace = "https://example.org/ns/pattern#";
  return { ...config, dataset: { ...config.dataset, base: "https://example.org/patterns/", namespace } };
}

/** A printed book of its reading edition alone: who opens neither the press edition nor the cover spares the time of both. */
export const readingEdition = { pdf: { ...defaultConfig().pdf, press: false, cover: false } } as const;

/** Builds editions of a library at a fixed date, broken files left out. */
export async function buildEditions({
  source,
  out,
  config,
  said = [],
  matches,
  ...options
}: EditionOptions): Promise<BuiltEditions> {
  const { library, reported } = await build({
    cacheFolder: join(ROOT, ".cache/tests"),
    ...options,
    matches: matches && (() => matches),
    config: { ...testConfig(), ...config, source },
    out,
    keepGoing: true,
    // Threads load compiled files; the tests run the sources.
    jobs: 1,
    epoch: 1_750_000_000,
    stage: () => {},
    progress: (message) => said.push(message),
  });
  return { out, library, reported };
}

/** An edition that has put the first pattern somewhere before the dataset is made. */
export const printed: Format = {
  name: "printed",
  gives: ["print", "epub", "handout"],
  async *render({ patterns }) {
    const [{ id } = { id: "" }] = patterns;
    yield {
      stands: {
        print: new Map([[id, { volume: 2, page: 31, label: "17" }]]),
        epub: new Map([[id, "text/common-well.xhtml"]]),
        handout: new Map([[id, "handouts/001-common-well.docx"]]),
      },
    };
  },
};
