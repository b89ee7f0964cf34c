import type { Locations } from "../formats/format.js";
import { listExclusions } from "../library/exclusions.js";
import type { Library } from "../library/pattern.js";
import type { Written } from "./staging.js";

/** What a build wrote and where everything is in it. */
export function describeBuild(
  library: Library,
  locations: Locations,
  artifacts: readonly Written[],
  { name, generator, date }: { name: string; generator: string; date: Date },
): string {
  const patterns = library.patterns.map(({ id, slug, number, title, universality, domain, source }) => ({
    id,
    slug,
    number,
    title,
    universality,
    domain,
    source: source.path,
    sha256: source.sha256,
    print: locations.print.get(id) ?? null,
    epub: locations.epub.get(id) ?? null,
    handout: locations.handout.get(id) ?? null,
    card: locations.card.get(id) ?? null,
  }));
  const manifest = {
    name,
    generator,
    sourceDateEpoch: Math.floor(date.getTime() / 1000),
    patterns,
    packs: locations.packs,
    artifacts,
    excluded: listExclusions(library),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** `sha256sum --check` reads it. */
export function listChecksums(artifacts: readonly Written[]): string {
  return artifacts.map(({ sha256, path }) => `${sha256}  ${path}\n`).join("");
}
