import {
  type IContext,
  type IParagraphOptions,
  type IXmlableObject,
  LeaderType,
  Paragraph,
  ParagraphProperties,
  XmlComponent,
} from "docx";
import type { Paragraph as ParagraphBlock } from "../model.js";
import { ownIndent } from "../styles/measures.js";
import { barOf } from "../styles/paragraphs.js";
import { frameOf } from "./frames.js";
import { writeInlines } from "./inlines.js";
import { numberingOf } from "./numbering.js";
import type { Formats, PartContext } from "./part-context.js";

/** A paragraph with its style, and beside it only what differs from the style. */
export function writeParagraph(paragraph: ParagraphBlock, part: PartContext): Paragraph {
  return new Alike(formatOf(paragraph, part), writeInlines(paragraph.children, part), part.formats);
}

/** A paragraph to which the package adds the properties of the section that ends in it. */
export function writeClosing(paragraph: ParagraphBlock, part: PartContext): Paragraph {
  return new Filled(formatOf(paragraph, part), writeInlines(paragraph.children, part));
}

function formatOf(paragraph: ParagraphBlock, part: PartContext): IParagraphOptions {
  const { style, list, align, rightToLeft, keepNext } = paragraph;
  return {
    style,
    ...frameOf(paragraph),
    ...indentOf(paragraph),
    ...borderOf(paragraph, part),
    ...(list ? { numbering: numberingOf(list) } : {}),
    ...(align ? { alignment: align } : {}),
    ...(rightToLeft ? { bidirectional: true } : {}),
    ...(keepNext ? { keepNext } : {}),
    ...spacingOf(paragraph),
    ...tabsOf(paragraph),
  };
}

/** A paragraph that takes every kind of content, not the package's own classes alone. */
class Filled extends Paragraph {
  constructor(format: IParagraphOptions, content: readonly XmlComponent[]) {
    super(format);
    this.root.push(...content);
  }
}

/** One whose format is written once for all that look like it: a handout has hundreds of them and a dozen formats. */
class Alike extends Filled {
  constructor(format: IParagraphOptions, content: readonly XmlComponent[], formats: Formats) {
    const { alignment, bidirectional } = format;
    // What the package gives to the cells below a merged one; it writes its first child as the properties.
    super({ ...(alignment ? { alignment } : {}), ...(bidirectional ? { bidirectional } : {}) }, content);
    this.root[0] = new SharedFormat(format, formats);
  }
}

class SharedFormat extends XmlComponent {
  readonly #format: IParagraphOptions;
  readonly #formats: Formats;

  constructor(format: IParagraphOptions, formats: Formats) {
    super("w:pPr");
    this.#format = format;
    this.#formats = formats;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const { style, ...rest } = this.#format;
    // Most paragraphs are as their style is.
    const key = `w:pPr ${style} ${Object.keys(rest).length === 0 ? "" : JSON.stringify(rest)}`;
    if (!this.#formats.has(key)) this.#formats.set(key, new ParagraphProperties(this.#format).prepForXml(context));
    return this.#formats.get(key);
  }
}

function indentOf({ style, indent, hanging, list, reach }: ParagraphBlock): Pick<IParagraphOptions, "indent"> {
  const usual = list && list.level > 0 ? undefined : ownIndent(style);
  if (indent === usual && hanging === undefined && reach === undefined) return {};
  const left = indent === usual ? {} : { left: indent };
  const right = reach === undefined ? {} : { right: -reach };
  return { indent: { ...left, ...right, ...(hanging === undefined ? {} : { hanging }) } };
}

function spacingOf({ spaceBefore: before, spaceAfter: after }: ParagraphBlock): Pick<IParagraphOptions, "spacing"> {
  if (before === undefined && after === undefined) return {};
  return { spacing: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) } };
}

const LEADERS = { underscore: LeaderType.UNDERSCORE, dot: LeaderType.DOT } as const;

function tabsOf({ tabs }: ParagraphBlock): Pick<IParagraphOptions, "tabStops"> {
  if (!tabs) return {};
  return {
    tabStops: tabs.map(({ at, align, leader }) => ({
      type: align,
      position: at,
      ...(leader ? { leader: LEADERS[leader] } : {}),
    })),
  };
}

const BAR_DISTANCE = 8;
// ECMA-376, 17.18.68: the space of a border is at most 31 points.
const FARTHEST = 31;

/**
 * What stands in a callout without its style, such as a list, has the bar all the same, in the same place. Word's sides of a
 * border do not change with the direction of the text: there the bar of the style gives way to one on the right.
 */
function borderOf(paragraph: ParagraphBlock, { type }: PartContext): Pick<IParagraphOptions, "border"> {
  const { style, indent, list, bar, rightToLeft } = paragraph;
  const hasBar = style === "Callout" || style === "CalloutLabel" || style === "CalloutTitle";
  if (bar === undefined || (hasBar && !rightToLeft)) return {};
  const edge = list ? indent - ownIndent(style) : indent;
  const { size, colour, space } = barOf(Math.min(FARTHEST, Math.round(BAR_DISTANCE + (edge - bar) / 20)));
  const line = { style: "single" as const, size, color: type.colours[colour], space };
  if (!rightToLeft) return { border: { left: line } };
  return { border: { ...(hasBar ? { left: { style: "nil" as const } } : {}), right: line } };
}
