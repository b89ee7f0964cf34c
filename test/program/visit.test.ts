import type { Node } from "unist";
import { visit as reference } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { SKIP, visit } from "../../src/trees/visit.js";
import fc from "../support/fast-check.js";

interface Tree extends Node {
  name: number;
  children?: Tree[];
}

type Walked = [name: number, index: number | undefined, parent: number | undefined];

const { tree: aTree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record(
    {
      type: fc.constantFrom("element", "text"),
      name: fc.nat(99),
      children: fc.array(tie("tree"), { maxLength: 4, depthIdentifier: "tree" }),
    },
    { requiredKeys: ["type", "name"] },
  ),
}));

/** What a visitor answers: by the name of the node, so that both walks hear the same. */
const anAnswer = fc.constantFrom(
  ...([undefined, true, false, SKIP] as const),
  ...(["next", "over", "skip over"] as const),
);

function walkWith(visitAll: typeof visit, tree: Tree, type: string | undefined, answers: readonly unknown[]): Walked[] {
  const walked: Walked[] = [];
  const visitor = (node: Tree, index: number | undefined, parent: Tree | undefined) => {
    walked.push([node.name, index, parent?.name]);
    const answer = answers[node.name % answers.length];
    const next = (index ?? 0) + (answer === "next" ? 1 : 2);
    if (answer === "skip over") return [SKIP, next] as const;
    return answer === "next" || answer === "over" ? next : (answer as undefined); // the rest are actions as they are
  };
  if (type === undefined) visitAll(tree, visitor as never);
  else visitAll(tree, type, visitor as never); // both take any node here
  return walked;
}

describe("a walk through a tree", () => {
  it("goes where unist-util-visit goes, whatever the visitor answers", () => {
    fc.assert(
      fc.property(
        aTree,
        fc.constantFrom(undefined, "element", "text"),
        fc.array(anAnswer, { minLength: 1, maxLength: 7 }),
        (tree, type, answers) => {
          expect(walkWith(visit, tree, type, answers)).toEqual(
            walkWith(reference as typeof visit, tree, type, answers),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it("sees what a visitor puts in the place of a node", () => {
    const tree: Tree = { type: "element", name: 0, children: [{ type: "text", name: 1 }] };
    const seen: number[] = [];
    visit(tree, (node: Tree, index, parent: Tree | undefined) => {
      seen.push(node.name);
      if (node.name !== 1 || index === undefined) return undefined;
      parent?.children?.splice(index, 1, { type: "text", name: 2 }, { type: "text", name: 3 });
      return index;
    });
    expect(seen).toEqual([0, 1, 2, 3]);
  });
});
