import type { Element } from "hast";
import { toString as toText } from "hast-util-to-string";
import { type Demand, demandOf, fitColumns } from "../../../page/column-widths.js";
import { visit } from "../../../trees/visit.js";
import type { Inherited } from "../inherited.js";
import type { Cell, Table } from "../model.js";
import { toBlocks } from "../paragraphs.js";
import { easeColumns, STAND_IN } from "../stand-in.js";
import type { State } from "../state.js";
import type { ParagraphStyle } from "../styles/names.js";
import type { TermGroup } from "./term-groups.js";

const POINTS = 8.6;
const PADDING = 300;

/** The ruled strip of an opening: a row of labels and, below it, a row of what they say. */
export function strip(state: State, entries: readonly TermGroup[], inherited: Inherited): Table[] {
  if (entries.length === 0) return [];
  const cell = (elements: TermGroup["terms"], style: ParagraphStyle): Cell => {
    const inner: Inherited = { ...inherited, style, indent: 0 };
    return {
      children: toBlocks(
        elements.flatMap((element) => state.one(element, inner)),
        inner,
      ),
      columns: 1,
      rows: 1,
    };
  };
  return [
    {
      kind: "table",
      style: "MetaStrip",
      widths: fitStrip(entries.map(demandOfEntry), inherited),
      indent: inherited.indent,
      rightToLeft: inherited.rightToLeft,
      alt: entries.flatMap(({ terms }) => terms.map((term) => toText(term))).join(", "),
      rows: [
        { head: true, cells: entries.map(({ terms }) => cell(terms, "MetaLabel")) },
        { head: false, cells: entries.map(({ descriptions }) => cell(descriptions, "Meta")) },
      ],
    },
  ];
}

function demandOfEntry({ terms, descriptions }: TermGroup): Demand {
  const text = [...terms, ...descriptions].map((element) => `${wordsOf(element)}\n`).join("");
  return demandOf(text, POINTS, PADDING);
}

/** Includes the words beside the dots that say the same. */
function wordsOf(element: Element): string {
  const labels: string[] = [];
  visit(element, "element", ({ properties: { ariaLabel } }) => {
    if (typeof ariaLabel === "string") labels.push(ariaLabel);
  });
  return [toText(element), ...labels].join(" ");
}

/** Columns as wide as what they say, and wider for a stand-in face where there is room; the last takes the rest. */
function fitStrip(demands: readonly Demand[], inherited: Inherited): number[] {
  const natural = demands.reduce((total, { most }) => total + most, 0);
  // Into the space for notes rather than in three lines.
  const width = natural > inherited.width ? inherited.full : inherited.width;
  // When there is less room than a substitute font needs, it goes to the columns with the longest words, so that no
  // word is broken.
  if (natural * STAND_IN > width) return fitColumns(easeColumns(demands, width, PADDING), width);
  const columns = demands.slice(0, -1).map(({ most }) => Math.floor(most * STAND_IN));
  return [...columns, width - columns.reduce((total, column) => total + column, 0)];
}
