import type { Element, ElementContent } from "hast";
import { toString as toText } from "hast-util-to-string";
import { headingLevel } from "./headings.js";

/** A dimension with its number and the words beside it, as a block states them. */
export interface Rating {
  dimension: string;
  /** As written: 0…5 where the text is right. */
  value: number;
  rationale: string;
}

// Two digits at the most: “Ostrom (1990): …” is no score.
const VALUE = String.raw`(?<value>\d{1,2}(?:\.\d+)?)`;
const OF_FIVE = String.raw`\s*(?:/|out of)\s*5(?:\.0)?`;
const NUMBER = `${VALUE}(?:${OF_FIVE})?`;
const NAME = "^(?<name>[^:(]{2,80}?)";

/** How a number stands beside the name of a dimension; what follows it is the rationale. */
const FORMS: readonly RegExp[] = [
  // “Openness (4/5): …”, “Openness (Score: 4): …”
  new RegExp(String.raw`${NAME}\s*\((?:score:?\s*)?${NUMBER}\)\s*[:.–—-]*\s*(?<rationale>.*)$`, "is"),
  // “Openness: {"score": 4, "rationale": "…"}”: the remains of another generation of the library.
  new RegExp(String.raw`${NAME}\s*:\s*\{\s*"score":\s*${NUMBER},\s*"rationale":\s*"(?<rationale>.*?)"\s*\}`, "is"),
  // “Openness: 4/5”, “Overall Score: 3 (Transitional)”; not “Step: 4 people”.
  new RegExp(String.raw`${NAME}\s*[:=]\s*${NUMBER}(?=\s*(?:$|[(–—,;-]|\.(?:\s|$)))[\s.,;–—-]*(?<rationale>.*)$`, "is"),
  // “Openness: … . Score: 4/5”, “Openness: … (4/5)”.
  new RegExp(String.raw`${NAME}\s*:\s*(?<rationale>.+?)\s*(?:score:|\()\s*${VALUE}${OF_FIVE}\)?$`, "is"),
];

/**
 * What a block rates: the rating, where it has a number, and the name that begins it, where it is a heading or begins
 * with words in bold.
 */
export function readRating(
  block: Element,
): { name: string; rating?: Rating } | { name?: undefined; rating?: undefined } {
  const lead = headingLevel(block) === undefined ? leadOf(block) : toText(block);
  if (lead === undefined) return {};
  const text = unnumbered(toText(block));
  const match = FORMS.map((form) => form.exec(text)).find(Boolean);
  const { name = "", value = "", rationale = "" } = match?.groups ?? {};
  if (!value) return { name: unnumbered(lead).replace(/\s*:\s*$/, "") };
  return { name: name.trim(), rating: { dimension: name.trim(), value: Number(value), rationale: rationale.trim() } };
}

/** “1. Openness” → “Openness”. */
export function unnumbered(text: string): string {
  return text.trim().replace(/^\d+[.)]\s+/, "");
}

/** The words in bold that a paragraph or a list item begins with. */
function leadOf(block: Element): string | undefined {
  const first = block.children.find((node) => node.type === "element" || !isBlank(node));
  if (first?.type !== "element") return undefined;
  if (first.tagName === "strong" || first.tagName === "b") return toText(first);
  return first.tagName === "p" ? leadOf(first) : undefined;
}

function isBlank(node: ElementContent): boolean {
  return node.type === "comment" || (node.type === "text" && node.value.trim() === "");
}
