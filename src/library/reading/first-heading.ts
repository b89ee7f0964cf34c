import type { Root } from "mdast";
import type { SectionNames } from "../body/roles.js";
import type { OutlineSection } from "./outline.js";

/**
 * The heading that is the title of a text: the first of the highest depth, unless it is that of a section. One that stands
 * alone above all others is the title whatever it says.
 * @param names what sections are called in the file
 */
export function firstHeading(
  { children }: Root,
  sections: readonly OutlineSection[],
  { isName, roleOf }: SectionNames,
): OutlineSection | undefined {
  const [opening] = sections;
  if (!opening) return undefined;
  const isFirst = children.find(({ type }) => type !== "html" && type !== "definition") === opening.heading;
  const deeper = sections.filter(({ heading }) => heading.depth > opening.heading.depth).length;
  const isAlone = isFirst && deeper === sections.length - 1;
  if (isAlone && !isName(opening.title) && !opening.isNumbered) return opening;
  const first = sections.find(({ heading }) => heading.depth === 1);
  return first && !first.isNumbered && roleOf(first.title) === "other" && !isName(first.title) ? first : undefined;
}
