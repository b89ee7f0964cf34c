import { namesOf } from "../body/fragments.js";
import type { Pattern } from "../pattern.js";

/** Whether a fragment names the pattern itself: its title is a heading of the page, if not of the body, or its beginning. */
export function isTop({ slug, title }: Pick<Pattern, "slug" | "title">, fragment: string): boolean {
  const tops = [slug, ...namesOf(title), "top"];
  return namesOf(fragment).some((name) => tops.includes(name));
}

/** The id in a pattern's tree of what a fragment names: a heading, or a place that has a name. */
export function anchorIn(
  { slug, body: { anchors } }: Pick<Pattern, "slug" | "body">,
  fragment: string,
): string | undefined {
  const name = namesOf(fragment).find((name) => Object.hasOwn(anchors, name));
  return name === undefined ? undefined : `${slug}--${anchors[name]}`;
}
