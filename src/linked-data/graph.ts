import type { Library } from "../library/library.js";
import type { NumberedPattern } from "../library/pattern.js";
import { describeFacetSchemes } from "./facets.js";
import { describeFormer } from "./former.js";
import type { Node } from "./node.js";
import { describeMention, describePattern } from "./pattern.js";
import { describeScheme } from "./scheme.js";
import type { Setting } from "./setting.js";
import { describeTwins, tieTranslations } from "./translations.js";

/** The schemes that `patterns` and the values of their fields belong to, and each value. */
export function describeSchemes(patterns: readonly NumberedPattern[], setting: Setting): Node[] {
  return [describeScheme(patterns, setting), ...describeFacetSchemes(patterns, setting)];
}

/** Patterns that `patterns` name and that are not among them, by their labels alone; and addresses that some had before. */
export function describeNeighbours(patterns: readonly NumberedPattern[], setting: Setting): Node[] {
  const named = listNeighbours(patterns, setting.library);
  const twins = describeTwins([...patterns, ...named], setting);
  const mentions = named.map((pattern) => ({
    ...describeMention(pattern, setting),
    ...tieTranslations(pattern, setting),
  }));
  return [...mentions, ...twins, ...describeFormer(patterns, setting)];
}

/** Some patterns of the library without their text, one after the other, and those that they name. */
export function* describeGraph(patterns: readonly NumberedPattern[], setting: Setting): Iterable<Node> {
  yield* describeSchemes(patterns, setting);
  for (const pattern of patterns) yield describePattern(pattern, setting);
  yield* describeNeighbours(patterns, setting);
}

function listNeighbours(
  patterns: readonly NumberedPattern[],
  { byId, relations }: Pick<Library, "byId" | "relations">,
): NumberedPattern[] {
  const described = new Set(patterns.map(({ id }) => id));
  const named = new Set(patterns.flatMap(({ id }) => (relations.get(id) ?? []).map(({ target }) => target)));
  return [...byId.values()].filter(({ id }) => named.has(id) && !described.has(id));
}
