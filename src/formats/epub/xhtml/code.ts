import type { Element, RootContent } from "hast";
import { toString as toText } from "hast-util-to-string";
import { common, createLowlight } from "lowlight";
import { classList, hasClass } from "../../../page/class-names.js";
import type { ElementPass } from "./pass.js";

const lowlight = createLowlight(common);

/**
 * Code may be wider than the page and scroll: the keyboard must reach it (WCAG 2.1.1). The parts of a language that is
 * known get classes, which the style sheet tells apart by weight and slope: colours are lost on e-ink.
 */
export const markCode: ElementPass = (pre) => {
  if (pre.tagName !== "pre") return;
  pre.properties.tabIndex = 0;
  const [code] = pre.children;
  if (code?.type !== "element" || code.tagName !== "code") return;
  const language = languageOf(code);
  if (language === undefined || !lowlight.registered(language)) return;
  const { children } = lowlight.highlight(language, toText(code), { prefix: "code-" });
  const parts = children.filter((child) => child.type !== "doctype");
  if (isShallow(parts, DEEPEST)) code.children = parts;
};

// The limit of nesting (templates within templates): deeper code is not highlighted.
const DEEPEST = 50;

function isShallow(nodes: readonly RootContent[], levels: number): boolean {
  return levels > 0 && nodes.every((node) => node.type !== "element" || isShallow(node.children, levels - 1));
}

/** A formula that stands by itself may be wider than the screen, as code may. */
export const reachFormula: ElementPass = (element) => {
  if (hasClass(element, "formula")) element.properties.tabIndex = 0;
};

function languageOf(code: Element): string | undefined {
  return classList(code)
    .find((name) => name.startsWith("language-"))
    ?.slice("language-".length);
}
