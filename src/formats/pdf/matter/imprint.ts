import { attributionsOf, licencesOf } from "../../../page/matter/rights.js";
import type { Press } from "../press.js";

/** What the imprint says: licences and attributions, and every contributor to the book and to the patterns. */
export function viewImprint({ library, context: { config } }: Press): object {
  const ofPatterns = library.patterns.flatMap(({ contributors }) => contributors.map(({ name }) => name));
  return {
    licences: licencesOf(library, config.book.license),
    attributions: attributionsOf(library, config.book.attribution),
    contributors: [...new Set([...config.book.contributors, ...ofPatterns])],
  };
}
