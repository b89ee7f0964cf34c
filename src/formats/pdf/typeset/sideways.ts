import type { Element, ElementContent, RootContent } from "hast";

const CLASS = "sideways";

/** What is too wide for the measure, on a page turned to the left. */
export function turn(wide: Element): Element {
  return { type: "element", tagName: "div", properties: { className: [CLASS] }, children: [wide] };
}

/** Whether HTML that was composed for print has a page that is turned. In text a `"` may stand as it is: that says so too. */
export function holdsTurned(html: string): boolean {
  return html.includes(`class="${CLASS}"`);
}

/** A heading right above what is turned goes with it: else it would be left alone. Returns where the two begin. */
export function takeHeading(
  siblings: readonly (ElementContent | RootContent)[],
  index: number,
  turned: Element,
): number {
  let at = index - 1;
  while (siblings[at]?.type === "text") at--;
  const before = siblings[at];
  if (before?.type !== "element" || !/^h[2-6]$/.test(before.tagName)) return index;
  turned.children.unshift(before);
  return at;
}

export function isTurned({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes(CLASS);
}
