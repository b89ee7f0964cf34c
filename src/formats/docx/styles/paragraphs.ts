import { cardStyles } from "./cards.js";
import { INDENTS, STEP } from "./measures.js";
import type { ParagraphStyle } from "./names.js";
import { packStyles } from "./packs.js";
import { type Border, ruled, type Style, tag } from "./style.js";
import { lead, type Typography } from "./typography.js";

/** Every paragraph style of a handout. */
export function paragraphStyles(type: Typography): Record<ParagraphStyle, Style> {
  return {
    ...textStyles(type),
    ...openingStyles(type),
    ...headingStyles(type),
    ...listStyles(type),
    ...asideStyles(type),
    ...tableStyles(type),
    ...cardStyles(type),
    ...packStyles(type),
    ...pageStyles(type),
  };
}

/** The bar beside a callout: 2 points. */
export function barOf(space: number): Border {
  return { size: 16, colour: "ink", space };
}

function textStyles(type: Typography): Pick<Record<ParagraphStyle, Style>, "Normal" | "Quote" | "Code" | "Rule"> {
  const { size } = type;
  return {
    Normal: {
      paragraph: { spacing: { before: 0, after: 120, ...lead(size.text, type) } },
      run: { font: "text", size: size.text, colour: "ink" },
    },
    Quote: { basedOn: "Normal", paragraph: { indent: { left: INDENTS.Quote, right: STEP } } },
    Code: {
      basedOn: "Normal",
      paragraph: {
        spacing: { before: 120, after: 200, ...lead(size.note, type) },
        indent: { left: INDENTS.Code },
        border: { left: { size: type.rule, colour: "hairline", space: 8 } },
      },
      run: { font: "code", size: size.note - 1, noProof: true },
    },
    Rule: {
      basedOn: "Normal",
      next: "Normal",
      paragraph: {
        spacing: { before: 120, after: 240, line: 120, lineRule: "exact" },
        indent: { right: 6400 },
        border: { bottom: ruled(type, 1) },
      },
    },
  };
}

type Opening = "Number" | "Title" | "Subtitle" | "Aliases" | "MetaLabel" | "Meta" | "Band" | "ClosingBand";

function openingStyles(type: Typography): Record<Opening, Style> {
  const { size } = type;
  const band: Style = {
    basedOn: "Normal",
    paragraph: { spacing: { after: 60, ...lead(size.note, type) }, keepLines: true },
    run: { font: "label", size: size.note },
  };
  return {
    Number: {
      basedOn: "Normal",
      next: "Title",
      paragraph: {
        spacing: { after: 0, line: size.numeral * 10, lineRule: "atLeast" },
        // Large figures look set in by their side bearings.
        indent: { left: -40 },
        keepNext: true,
      },
      run: { font: "display", size: size.numeral, colour: "accent" },
    },
    Title: {
      basedOn: "Normal",
      next: "Normal",
      paragraph: {
        spacing: { after: 60, line: size.title * 12, lineRule: "atLeast" },
        keepNext: true,
        keepLines: true,
      },
      run: { size: size.title, bold: true },
    },
    Subtitle: {
      basedOn: "Normal",
      next: "Normal",
      paragraph: { spacing: { before: 280, after: 240, ...lead(size.lede, type) } },
      run: { font: "display", size: size.lede },
    },
    Aliases: {
      basedOn: "Normal",
      next: "Normal",
      paragraph: { spacing: { after: 200, ...lead(size.note, type) }, keepNext: true },
      run: { font: "label", size: size.note + 1 },
    },
    MetaLabel: {
      basedOn: "Normal",
      paragraph: { spacing: { after: 0, line: 180, lineRule: "atLeast" } },
      run: tag(type),
    },
    Meta: {
      basedOn: "Normal",
      paragraph: { spacing: { after: 0, ...lead(size.meta, type) } },
      run: { font: "label", size: size.meta, bold: true },
    },
    Band: band,
    ClosingBand: { ...band, paragraph: { ...band.paragraph, border: { top: ruled(type, 7) } } },
  };
}

type Headings = "Heading1" | "Heading2" | "Heading3" | "Heading4" | "Heading5";

function headingStyles(type: Typography): Record<Headings, Style> {
  const { size } = type;
  const heading = (level: number, before: number, run: Style["run"]): Style => ({
    basedOn: "Normal",
    next: "Normal",
    paragraph: {
      spacing: { before, after: 100, ...lead(size.heading, type) },
      keepNext: true,
      keepLines: true,
      outlineLevel: level,
    },
    run: { bold: true, ...run },
  });
  return {
    Heading1: heading(0, 340, { size: size.heading + 3 }),
    Heading2: heading(1, 260, { size: size.heading }),
    Heading3: heading(2, 220, { size: size.text }),
    Heading4: heading(3, 200, { font: "label", size: size.note + 1 }),
    Heading5: heading(4, 200, { font: "label", size: size.note + 1, bold: false, italics: true }),
  };
}

type Lists = "ListBullet" | "ListNumber" | "ListContinue" | "TaskItem" | "Term" | "Definition" | "Reference";

function listStyles(type: Typography): Record<Lists, Style> {
  const { size } = type;
  const item: Style = { basedOn: "Normal", paragraph: { spacing: { after: 80 } } };
  const hanging = { left: STEP, hanging: STEP };
  return {
    ListBullet: { ...item, paragraph: { ...item.paragraph, numbering: "bullets" } },
    ListNumber: { ...item, paragraph: { ...item.paragraph, numbering: "numbers" } },
    ListContinue: { ...item, paragraph: { ...item.paragraph, indent: { left: STEP } } },
    TaskItem: { ...item, paragraph: { ...item.paragraph, indent: hanging, tab: STEP } },
    Term: {
      basedOn: "Normal",
      next: "Definition",
      paragraph: { spacing: { after: 20 }, keepNext: true },
      run: { bold: true },
    },
    Definition: { ...item, paragraph: { ...item.paragraph, indent: { left: INDENTS.Definition } } },
    Reference: {
      basedOn: "Normal",
      paragraph: { spacing: { after: 80, ...lead(size.note, type) }, indent: hanging, tab: STEP },
      run: { font: "label", size: size.note },
    },
  };
}

function asideStyles(
  type: Typography,
): Pick<
  Record<ParagraphStyle, Style>,
  "Callout" | "CalloutLabel" | "CalloutTitle" | "Figure" | "Caption" | "FootnoteText"
> {
  const { size } = type;
  const callout = { indent: { left: INDENTS.Callout }, border: { left: barOf(8) } };
  return {
    Callout: { basedOn: "Normal", paragraph: callout },
    CalloutLabel: {
      basedOn: "Normal",
      next: "Callout",
      paragraph: { ...callout, spacing: { before: 160, after: 40, ...lead(size.tag, type) }, keepNext: true },
      run: { ...tag(type), bold: true },
    },
    CalloutTitle: {
      basedOn: "Callout",
      next: "Callout",
      paragraph: { ...callout, spacing: { after: 40, ...lead(size.text, type) }, keepNext: true },
      run: { bold: true },
    },
    Figure: {
      basedOn: "Normal",
      next: "Caption",
      paragraph: { spacing: { before: 160, after: 160, line: 240, lineRule: "auto" } },
    },
    Caption: {
      basedOn: "Normal",
      next: "Normal",
      paragraph: { spacing: { after: 160, ...lead(size.note, type) } },
      run: { font: "label", size: size.note },
    },
    FootnoteText: {
      basedOn: "Normal",
      paragraph: { spacing: { after: 40, ...lead(size.note, type) } },
      run: { size: size.note },
    },
  };
}

function tableStyles(type: Typography): Pick<Record<ParagraphStyle, Style>, "TableText" | "TableHead" | "Divider"> {
  const { size } = type;
  const text: Style = {
    basedOn: "Normal",
    paragraph: { spacing: { after: 0, ...lead(size.note, type) } },
    run: { font: "label", size: size.note },
  };
  return {
    TableText: text,
    TableHead: { ...text, paragraph: { ...text.paragraph, keepNext: true }, run: { ...text.run, bold: true } },
    Divider: { basedOn: "Normal", paragraph: { spacing: { after: 0, line: 200, lineRule: "exact" } } },
  };
}

type Page = "RecordTitle" | "Record" | "Rights" | "MarginNote" | "Header" | "Footer";

function pageStyles(type: Typography): Record<Page, Style> {
  const { size } = type;
  const margin: Style = {
    basedOn: "Normal",
    paragraph: { spacing: { after: 0, ...lead(size.meta, type) } },
    run: { font: "label", size: size.meta },
  };
  return {
    RecordTitle: {
      basedOn: "Normal",
      next: "Record",
      paragraph: { spacing: { before: 360, after: 80, ...lead(size.tag, type) }, keepNext: true },
      run: { ...tag(type), bold: true },
    },
    Record: {
      basedOn: "Normal",
      paragraph: {
        spacing: { after: 0, ...lead(size.meta, type) },
        keepLines: true,
      },
      run: { font: "label", size: size.meta, colour: "soft" },
    },
    Rights: {
      basedOn: "Record",
      paragraph: { spacing: { before: 160, after: 0, ...lead(size.meta, type) }, keepLines: true },
      run: { colour: "ink" },
    },
    MarginNote: {
      basedOn: "Normal",
      paragraph: { spacing: { before: 40, after: 0, ...lead(size.meta, type) } },
      run: { font: "label", size: size.meta },
    },
    Header: margin,
    Footer: margin,
  };
}
