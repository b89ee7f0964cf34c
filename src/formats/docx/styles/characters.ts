import type { CharacterStyle } from "./names.js";
import type { RunFormat } from "./style.js";
import type { Typography } from "./typography.js";

/** Every character style of a handout. */
export function characterStyles({ size }: Typography): Record<CharacterStyle, RunFormat> {
  return {
    Hyperlink: { colour: "accent", underline: "hairline" },
    // LibreOffice underlines links whatever their style is, unless that says no.
    CrossReference: { colour: "ink", underline: "none" },
    FootnoteReference: { superScript: true },
    InlineCode: { font: "code", size: size.text - 2, noProof: true },
    Highlight: { shading: "tint" },
    Small: { size: size.note },
    Relation: { font: "label", colour: "soft" },
    RecordLabel: { font: "label", colour: "ink" },
    Rating: { spacing: 20 },
    Origin: { font: "label", size: size.meta, bold: false, allCaps: false, spacing: 1, colour: "soft" },
    PlaceholderText: { colour: "soft" },
    Tag: { size: size.tag, allCaps: true, spacing: 12 },
  };
}
