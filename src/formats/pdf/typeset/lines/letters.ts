import type { Element, Text } from "hast";
import { hasClass } from "../../../../page/class-names.js";
import type { Tokens } from "../../../../page/tokens.js";
import type { Look } from "./faces.js";

/** A stretch of a paragraph that is of one look, in one node. */
export interface Run {
  node: Text;
  /** Where it begins in the text of the paragraph, and where it ends. */
  from: number;
  to: number;
  look: Look;
  /** Whether no line ends in it. */
  whole: boolean;
}

/** The text of a paragraph as the tree has it, soft hyphens and all. */
export interface Letters {
  text: string;
  runs: Run[];
}

interface State {
  look: Look;
  whole: boolean;
}

const ITALIC = new Set(["em", "i", "cite", "dfn", "var"]);
const BOLD = new Set(["strong", "b"]);
const SMALL = new Set(["sup", "sub"]);
const PLAIN = new Set(["a", "span", "abbr", "u", "s", "del", "ins", "bdi"]);
// As the style sheet has them.
const WHOLE = ["range", "mention", "folio", "numbered", "together"];
const TABULAR = ["mention", "folio"];
const OTHER_FACES = ["caps", "address", "check", "missing-image"];

/** Collects the letters of a paragraph; undefined where something stands in it whose width is not known. */
export function collectLetters(paragraph: Element, look: Look, { scale }: Pick<Tokens, "scale">): Letters | undefined {
  const letters: Letters = { text: "", runs: [] };
  return collect(paragraph, { look, whole: false }, { letters, small: scale.tag }) ? letters : undefined;
}

function collect({ children }: Element, state: State, to: { letters: Letters; small: number }): boolean {
  for (const child of children) {
    if (child.type === "text") {
      const from = to.letters.text.length;
      to.letters.text += child.value;
      to.letters.runs.push({ node: child, from, to: to.letters.text.length, ...state });
    } else if (child.type === "element") {
      const inner = enter(child, state, to.small);
      if (!inner || !collect(child, inner, to)) return false;
    }
  }
  return true;
}

/** How letters within an element look; undefined where that is not known. */
function enter(element: Element, { look, whole }: State, small: number): State | undefined {
  const { tagName, properties } = element;
  const isKnown = [ITALIC, BOLD, SMALL, PLAIN].some((names) => names.has(tagName));
  const isOther = OTHER_FACES.some((name) => hasClass(element, name));
  if (!isKnown || isOther || properties.dir !== undefined || properties.style !== undefined) return undefined;
  return {
    look: {
      ...look,
      italic: look.italic || ITALIC.has(tagName),
      bold: look.bold || BOLD.has(tagName),
      size: SMALL.has(tagName) ? small : look.size,
      features: TABULAR.some((name) => hasClass(element, name)) ? ["tnum"] : look.features,
    },
    whole: whole || WHOLE.some((name) => hasClass(element, name)),
  };
}
