import type { IBaseCharacterStyleOptions, ICharacterStyleOptions } from "docx";
import { CHARACTER_STYLES, type CharacterStyle } from "./names.js";
import type { Typography } from "./typography.js";

/** Every character style of a handout. */
export function characterStyles({ label, code, size, colours }: Typography): ICharacterStyleOptions[] {
  const styles: Record<CharacterStyle, IBaseCharacterStyleOptions> = {
    Hyperlink: { run: { color: colours.accent, underline: { type: "single", color: colours.hairline } } },
    CrossReference: { run: { color: colours.ink } },
    FootnoteReference: { run: { superScript: true } },
    InlineCode: { run: { font: code, size: size.text - 2, noProof: true } },
    Highlight: { run: { shading: { type: "clear", color: "auto", fill: colours.tint } } },
    Small: { run: { size: size.note } },
    Relation: { run: { font: label, color: colours.soft } },
    RecordLabel: { run: { font: label, color: colours.ink } },
    Rating: { run: { characterSpacing: 20 } },
    Origin: {
      run: { font: label, size: size.meta, bold: false, allCaps: false, characterSpacing: 1, color: colours.soft },
    },
    Tag: { run: { size: size.tag, allCaps: true, characterSpacing: 12 } },
  };
  return Object.entries(CHARACTER_STYLES).map(([id, name]) => ({
    id,
    name,
    basedOn: "DefaultParagraphFont",
    ...styles[id as CharacterStyle], // the keys of the table of names
  }));
}
