import type { Html, Root } from "mdast";
import { visit } from "../../trees/visit.js";

/**
 * The pieces of raw HTML that stand inside a drawing or a formula: their names are those of SVG and MathML. Markdown takes
 * each tag in a line of text for a piece of its own.
 */
export function findForeign(tree: Root): Set<Html> {
  const pieces: Html[] = [];
  visit(tree, "html", (node) => void pieces.push(node));
  const foreign = new Set<Html>();
  for (const name of ["svg", "math"]) {
    const opens = new RegExp(`<${name}[\\s>/]`, "i");
    const closes = new RegExp(`</${name}\\s*>`, "i");
    for (let at = 0; at < pieces.length; at++) {
      if (!opens.test(pieces[at]?.value ?? "")) continue;
      // One that is never closed holds nothing: what follows is text again.
      const end = pieces.findIndex((piece, place) => place >= at && closes.test(piece.value));
      for (const piece of pieces.slice(at, end + 1)) foreign.add(piece);
      if (end >= at) at = end;
    }
  }
  return foreign;
}
