import type { StructureElement, StructureKid } from "./tree.js";

/** Chromium's type for what means nothing by itself: runs of text, `span`, `div`. */
const MEANINGLESS = "NonStruct";

/** Types that hold blocks, not text (ISO 32000-1, 14.8.4.2). */
const GROUPING: ReadonlySet<string> = new Set([
  "Document",
  "Part",
  "Art",
  "Sect",
  "Div",
  "Aside",
  "BlockQuote",
  "Index",
]);
const INLINE: ReadonlySet<string> = new Set([
  "Span",
  "Link",
  "Em",
  "Strong",
  "Code",
  "Quote",
  "Reference",
  "Lbl",
  "Formula",
]);

/**
 * Takes out elements that mean nothing, two thirds of them: a file that is smaller, quicker to write and to read aloud.
 * Text that would stand between blocks becomes a paragraph.
 */
export function flatten(element: StructureElement): StructureElement {
  if (element.role === "Formula") return { ...element, kids: leavesOf(element) };
  const kids = flattenKids(element.kids, element.role);
  return { ...element, kids: GROUPING.has(element.role) ? paragraphs(kids) : kids };
}

/** The parts of a formula mean nothing by themselves: its words are said of the whole. */
function leavesOf({ kids }: StructureElement): StructureKid[] {
  return kids.flatMap((kid) => (kid.kind === "element" ? leavesOf(kid) : [kid]));
}

function flattenKids(kids: readonly StructureKid[], container: string): StructureKid[] {
  const withText = kids.some((kid) => isInline(kid) || isRun(kid));
  return kids.flatMap((kid) => {
    if (kid.kind !== "element") return [kid];
    if (kid.role !== MEANINGLESS) return [flatten(kid)];
    const inner = flattenKids(kid.kids, container);
    const isBlock = GROUPING.has(container) && !withText && inner.length > 0 && inner.every(isInline);
    if (isBlock) return [{ ...kid, role: "P", kids: inner }];
    // Elements with such information stay, or it would be lost: the language, an alternative text.
    if (saysSomething(kid)) return [{ ...kid, role: inner.every(isInline) ? "Span" : "Div", kids: inner }];
    return inner;
  });
}

/** Runs of text and inline elements, each in a paragraph of its own. */
function paragraphs(kids: readonly StructureKid[]): StructureKid[] {
  const blocks: StructureKid[] = [];
  let run: StructureKid[] = [];
  const close = (): void => {
    if (run.length > 0) blocks.push({ kind: "element", role: "P", kids: run });
    run = [];
  };
  for (const kid of kids) {
    if (isInline(kid)) run.push(kid);
    else {
      close();
      blocks.push(kid);
    }
  }
  close();
  return blocks;
}

function isInline(kid: StructureKid): boolean {
  return kid.kind !== "element" || INLINE.has(kid.role);
}

function isRun(kid: StructureKid): boolean {
  return kid.kind === "element" && kid.role === MEANINGLESS && kid.kids.every(({ kind }) => kind === "content");
}

const STRUCTURAL: ReadonlySet<string> = new Set(["/Type", "/S", "/P", "/K", "/Pg"]);

function saysSomething({ attributes }: StructureElement): boolean {
  return attributes?.keys().some((key) => !STRUCTURAL.has(key.asString())) ?? false;
}
