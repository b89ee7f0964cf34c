import type { Element, Nodes, Root, Text } from "hast";
import { isFootnoteCall } from "../../library/body/footnotes.js";
import { toBlock, VERBATIM } from "./block.js";
import type { Signs } from "./signs.js";
import { apply, findEdits, isTyped } from "./typeset.js";

/** Elements that go on with the text around them; every other one begins and ends a block. */
const INLINE = new Set(
  (
    "a abbr b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark math picture q rp rt ruby s " +
    "samp small source span strike strong sub sup svg time tt u var wbr"
  ).split(" "),
);
/** Set as it was typed: to the marks around it, a word. */
const AS_TYPED = new Set(["code", "kbd", "samp", "tt", "math", "svg", "img", "picture", "input"]);
/** Nothing in it is text for setting, and it is a block. */
const SKIPPED = new Set(["pre", "script", "style", "template"]);

interface Run {
  text: string;
  pieces: { node: Text; start: number }[];
  begins: Set<number>;
  ends: Set<number>;
}

/**
 * Sets the text of a tree in place, block by block: a quotation may begin in one element and end in another. A block that
 * names its language (`lang`) is set as that does.
 * @param language of the tree, BCP 47
 */
export function typesetTree(tree: Root, language: string, signsOf: (language: string) => Signs): void {
  let signs = signsOf(language);
  let run = openRun();
  const end = (): void => {
    if (run.pieces.length > 0) setRun(run, signs);
    run = openRun();
  };
  const walk = (node: Nodes): void => {
    if (node.type === "text") {
      run.pieces.push({ node, start: run.text.length });
      run.text += node.value;
    } else if (node.type === "root") node.children.forEach(walk);
    else if (node.type === "element") walkElement(node);
  };
  const walkElement = (element: Element): void => {
    const { tagName, children } = element;
    if (AS_TYPED.has(tagName)) run.text += VERBATIM;
    else if (tagName === "br") run.text += "\n";
    // What stands before and after the number of a note belongs together.
    else if (isFootnoteCall(element)) return;
    else if (INLINE.has(tagName)) {
      run.begins.add(run.text.length);
      children.forEach(walk);
      run.ends.add(run.text.length);
    } else if (SKIPPED.has(tagName)) end();
    else walkBlock(element);
  };
  const walkBlock = ({ properties: { lang }, children }: Element): void => {
    end();
    const around = signs;
    if (typeof lang === "string" && lang !== "") signs = signsOf(lang);
    children.forEach(walk);
    end();
    signs = around;
  };
  walk(tree);
  end();
}

function openRun(): Run {
  return { text: "", pieces: [], begins: new Set(), ends: new Set() };
}

function setRun({ text, pieces, begins, ends }: Run, signs: Signs): void {
  if (!isTyped(text, signs)) return;
  const edits = findEdits(toBlock(text, begins, ends), signs);
  if (edits.length === 0) return;
  for (const { node, start } of pieces) node.value = apply(node.value, edits, start);
}
