import type { ElementPass } from "./pass.js";

/** Code may be wider than the page and scroll: the keyboard must reach it (WCAG 2.1.1). */
export const focusCode: ElementPass = (element) => {
  if (element.tagName === "pre") element.properties.tabIndex = 0;
};
