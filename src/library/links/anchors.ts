import { namesOf } from "../body/fragments.js";
import type { Pattern } from "../pattern.js";

/** The id in a pattern's tree of what a fragment names: a heading, or a place that has a name. */
export function anchorIn(
  { slug, body: { anchors } }: Pick<Pattern, "slug" | "body">,
  fragment: string,
): string | undefined {
  const name = namesOf(fragment).find((name) => Object.hasOwn(anchors, name));
  return name === undefined ? undefined : `${slug}--${anchors[name]}`;
}
