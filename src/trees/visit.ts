import type { Node, Parent } from "unist";
import { type BuildVisitor, SKIP } from "unist-util-visit";

export { SKIP };

/**
 * Walks a tree in preorder as unist-util-visit does, with its types and its answers, for nodes of one type or for all.
 * That package names a new function for every node, for better stack traces, which takes a third of the time of
 * composing a book.
 */
export function visit<Tree extends Node, Type extends string>(
  tree: Tree,
  type: Type,
  visitor: BuildVisitor<Tree, Type>,
): void;
export function visit<Tree extends Node>(tree: Tree, visitor: BuildVisitor<Tree>): void;
export function visit(tree: Node, ...rest: [string, Visitor] | [Visitor]): void {
  const [type, visitor] = rest.length === 2 ? rest : [undefined, rest[0]];
  walk(tree, undefined, undefined, { type, visitor });
}

// `never`: only the caller, which chose the node type, knows what the visitor takes.
type Visitor = (node: never, index: number | undefined, parent: never) => unknown;

interface Walk {
  type: string | undefined;
  visitor: Visitor;
}

/** Returns where to go on among the siblings; false ends the walk. */
function walk(node: Node, index: number | undefined, parent: Parent | undefined, way: Walk): number | false {
  const next = (index ?? 0) + 1;
  let answer: unknown;
  if (way.type === undefined || node.type === way.type) answer = way.visitor(node as never, index, parent as never); // see `Visitor`
  if (answer === false) return false;
  const [action, goOn] = Array.isArray(answer) ? answer : [answer, typeof answer === "number" ? answer : next];
  if (action !== SKIP && isParent(node)) {
    for (let at: number | false = 0; at < node.children.length; ) {
      const child: Node | undefined = node.children[at];
      at = child ? walk(child, at, node, way) : at + 1;
      if (at === false) return false;
    }
  }
  return typeof goOn === "number" ? goOn : next;
}

function isParent(node: Node): node is Parent {
  return "children" in node;
}
