import type { About, Context } from "./format.js";
import { type Locations, NOWHERE } from "./locations.js";
import type { Settings } from "./settings.js";

// What of the configuration there is to ask for.
const ALL: readonly (keyof Settings)[] = ["book", "words", "pdf", "epub", "docx", "dataset"];

/** What all formats of a build are given alike. */
export type Shared = Omit<Context, "config" | "locations">;

/** What one format is given: of the configuration what it uses, of the places in other editions what it needs. */
export function narrow(
  { uses = ALL, needs = [] }: About,
  shared: Shared,
  { config, locations }: { config: Settings; locations: Locations },
): Context {
  return {
    ...shared,
    config: pick(config, uses) as Settings, // the type of a format that uses less has no more
    locations: { ...NOWHERE, ...pick(locations, needs) },
  };
}

function pick<Whole extends object>(whole: Whole, keys: readonly (keyof Whole)[]): Partial<Whole> {
  const picked: Partial<Whole> = {};
  for (const key of keys) picked[key] = whole[key];
  return picked;
}
