import type { About, Context } from "./format.js";
import { FORMATS } from "./index.js";
import { type Locations, NOWHERE } from "./locations.js";
import type { Settings } from "./settings.js";

// What of the configuration there is to ask for.
const ALL: readonly (keyof Settings)[] = ["book", "words", "pdf", "epub", "docx", "dataset"];

/** What all formats of a build are given alike. */
export interface Shared extends Omit<Context, "config" | "locations" | "fingerprint"> {
  /** @param without folders of templates that do not matter */
  fingerprint(without: readonly string[]): string;
}

const FOLDERS = FORMATS.flatMap(({ templates }) => templates ?? []);

/** What one format is given: of the configuration what it uses, of the places in other editions what it needs. */
export function narrow(
  { uses = ALL, needs = [], templates, extension }: About,
  shared: Shared,
  { config, locations }: { config: Settings; locations: Locations },
): Context {
  return {
    ...shared,
    // One that comes from an extension may be made of any of our templates.
    fingerprint: shared.fingerprint(extension === undefined ? FOLDERS.filter((folder) => folder !== templates) : []),
    config: pick(config, uses) as Settings, // the type of a format that uses less has no more
    locations: { ...NOWHERE, ...pick(locations, needs) },
  };
}

function pick<Whole extends object>(whole: Whole, keys: readonly (keyof Whole)[]): Partial<Whole> {
  const picked: Partial<Whole> = {};
  for (const key of keys) picked[key] = whole[key];
  return picked;
}
