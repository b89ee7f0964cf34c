import { attributionsOf, licencesOf } from "../../../page/matter/rights.js";
import type { Press } from "../press.js";

/** What the imprint says besides the configuration: licences, attributions and contributors of the patterns. */
export function viewImprint({ library, context: { config } }: Press): object {
  return {
    licences: licencesOf(library, config.book.license),
    attributions: attributionsOf(library, config.book.attribution),
    contributors: [...new Set(library.patterns.flatMap(({ contributors }) => contributors.map(({ name }) => name)))],
  };
}
