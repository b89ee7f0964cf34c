/** Every style of a handout by its id, with the name that Word shows. Word knows the built-in ones by their names. */
export const PARAGRAPH_STYLES = {
  Normal: "Normal",
  Number: "Pattern Number",
  Title: "Title",
  Subtitle: "Subtitle",
  Aliases: "Aliases",
  MetaLabel: "Meta Label",
  Meta: "Meta",
  Band: "Band",
  ClosingBand: "Closing Band",
  Heading1: "heading 1",
  Heading2: "heading 2",
  Heading3: "heading 3",
  Heading4: "heading 4",
  Heading5: "heading 5",
  Quote: "Quote",
  Callout: "Callout",
  CalloutLabel: "Callout Label",
  ListBullet: "List Bullet",
  ListNumber: "List Number",
  ListContinue: "List Continue",
  TaskItem: "Task Item",
  Term: "Term",
  Definition: "Definition",
  Reference: "Reference",
  Code: "Code",
  Figure: "Figure",
  Caption: "caption",
  TableText: "Table Text",
  TableHead: "Table Head",
  Rule: "Rule",
  Divider: "Table Divider",
  RecordTitle: "Record Title",
  Record: "Record",
  FootnoteText: "footnote text",
  Header: "header",
  Footer: "footer",
} as const;
export type ParagraphStyle = keyof typeof PARAGRAPH_STYLES;

export const CHARACTER_STYLES = {
  Hyperlink: "Hyperlink",
  CrossReference: "Cross Reference",
  FootnoteReference: "footnote reference",
  InlineCode: "Inline Code",
  Highlight: "Highlight",
  Small: "Small",
  Relation: "Relation",
  RecordLabel: "Record Label",
  Rating: "Rating",
  Tag: "Tag",
} as const;
export type CharacterStyle = keyof typeof CHARACTER_STYLES;

export const TABLE_STYLES = {
  PatternTable: "Pattern Table",
  MetaStrip: "Meta Strip",
} as const;
export type TableStyle = keyof typeof TABLE_STYLES;
