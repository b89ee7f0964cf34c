import { MEASURE } from "./measures.js";
import type { ParagraphStyle } from "./names.js";
import { type Border, ruled, type Style, tag } from "./style.js";
import { lead, type Typography } from "./typography.js";

/** How far the title of a pack stands down its cover, in twips. */
const DROP = 3600;
/** From the name of a field to what is filled in. */
const FIELD = 1800;

type PackStyle = Extract<ParagraphStyle, "PackKind" | "PackTitle" | "Field" | "Contents">;

/** The paragraph styles of a workshop pack. */
export function packStyles(type: Typography): Record<PackStyle, Style> {
  const { size } = type;
  const line: Border = { ...ruled(type, 3), colour: "hairline" };
  return {
    PackKind: {
      basedOn: "Normal",
      next: "Title",
      paragraph: { spacing: { before: DROP, after: 120, ...lead(size.note, type) } },
      run: { ...tag(type), size: size.meta, bold: true },
    },
    // The title of a pattern that is one of several in a document.
    PackTitle: { basedOn: "Title", next: "Normal", paragraph: { outlineLevel: 0 } },
    Field: {
      basedOn: "Normal",
      paragraph: {
        spacing: { before: 120, after: 0, ...lead(size.text, type) },
        tab: FIELD,
        indent: { left: FIELD, hanging: FIELD },
        // Those of one look share a border: one stands between them.
        border: { bottom: line, between: line },
      },
    },
    Contents: {
      basedOn: "Normal",
      paragraph: { spacing: { before: 0, after: 40 }, indent: { left: FIRST, hanging: FIRST } },
    },
  };
}

/** For the number of a pattern. */
const FIRST = 560;
/** Where the page stands. */
export const CONTENTS_TABS = { number: FIRST, page: MEASURE };
