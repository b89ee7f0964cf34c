import { toString as toText } from "hast-util-to-string";
import { type Demand, demandOf, fitColumns } from "../../../page/column-widths.js";
import type { Cell, Table } from "../model.js";
import { toBlocks } from "../paragraphs.js";
import type { Place } from "../place.js";
import type { State } from "../state.js";
import type { ParagraphStyle } from "../styles/names.js";
import type { Entry } from "./definitions.js";

const POINTS = 8.6;
const PADDING = 300;

/** The ruled strip of an opening: a row of labels and, below it, a row of what they say. */
export function strip(state: State, entries: readonly Entry[], place: Place): Table[] {
  if (entries.length === 0) return [];
  const cell = (elements: Entry["terms"], style: ParagraphStyle): Cell => {
    const inner: Place = { ...place, style, indent: 0 };
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
      widths: fitStrip(entries.map(demandOfEntry), place.width),
      indent: place.indent,
      rightToLeft: place.rightToLeft,
      rows: [
        { head: true, cells: entries.map(({ terms }) => cell(terms, "MetaLabel")) },
        { head: false, cells: entries.map(({ descriptions }) => cell(descriptions, "Meta")) },
      ],
    },
  ];
}

function demandOfEntry({ terms, descriptions }: Entry): Demand {
  const text = [...terms, ...descriptions].map((element) => `${toText(element)}\n`).join("");
  return demandOf(text, POINTS, PADDING);
}

/** Columns as wide as what they say; the last takes the rest. */
function fitStrip(demands: readonly Demand[], width: number): number[] {
  const natural = demands.map(({ most }) => Math.ceil(most));
  const used = natural.slice(0, -1).reduce((total, column) => total + column, 0);
  const last = natural.at(-1) ?? 0;
  return used + last <= width ? [...natural.slice(0, -1), width - used] : fitColumns(demands, width);
}
