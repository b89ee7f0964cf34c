import type { Element } from "hast";
import { toString as toText } from "hast-util-to-string";
import { common, createLowlight } from "lowlight";
import { classList } from "../../../page/class-names.js";
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
  code.children = children.filter((child) => child.type !== "doctype");
};

function languageOf(code: Element): string | undefined {
  return classList(code)
    .find((name) => name.startsWith("language-"))
    ?.slice("language-".length);
}
