import { type IContext, type IXmlableObject, RunProperties, XmlComponent } from "docx";
import type { Marks } from "../model.js";
import type { Formats } from "./part-context.js";
import { divideScripts } from "./scripts.js";

/** Runs of text. Scripts of their own direction or fonts stand in runs of their own. */
export function writeText(value: string, marks: Marks, formats: Formats): XmlComponent[] {
  if (value === "") return [];
  return divideScripts(value, marks).map(
    ({ text, marks: own, hint }) =>
      new Letters(text, { ...formatOf(own), ...(hint ? { font: { hint } } : {}) }, formats),
  );
}

type RunFormat = NonNullable<ConstructorParameters<typeof RunProperties>[0]>;

/** Marks as the docx package names them; it gives bold and italics to every script. */
export function formatOf({ underline, ...marks }: Marks): RunFormat {
  return underline ? { ...marks, underline: {} } : marks;
}

/**
 * A run of text as the package's own writes itself, without an object for each property: a handout has a thousand runs
 * and a handful of formats.
 */
class Letters extends XmlComponent {
  readonly #text: string;
  readonly #format: RunFormat;
  readonly #formats: Formats;

  constructor(text: string, format: RunFormat, formats: Formats) {
    super("w:r");
    this.#text = text;
    this.#format = format;
    this.#formats = formats;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const format = this.#writeFormat(context);
    const text = { "w:t": [SPACES_STAY, this.#text] };
    return { "w:r": format ? [format, text] : [text] };
  }

  #writeFormat(context: IContext): IXmlableObject | undefined {
    const key = isPlain(this.#format) ? "" : JSON.stringify(this.#format);
    if (!this.#formats.has(key)) this.#formats.set(key, new RunProperties(this.#format).prepForXml(context));
    return this.#formats.get(key);
  }
}

/** As most runs are. */
function isPlain(format: RunFormat): boolean {
  for (const _ in format) return false;
  return true;
}

const SPACES_STAY = { _attr: { "xml:space": "preserve" } };
