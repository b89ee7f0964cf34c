import type { Tokens } from "../../../page/tokens.js";
import type { Context } from "../about.js";
import type { Printer } from "./printer-file.js";

/** The context of a build, with type sizes and rules changed to what the printer allows. */
export function forPrinter(context: Context, printer: Printer): Context {
  const { templates } = context;
  return { ...context, templates: { ...templates, tokens: printableTokens(templates.tokens, printer) } };
}

/** No type is smaller than the printer's smallest; what is small is in solid ink, since a screen breaks its strokes. */
export function printableTokens(tokens: Tokens, { type: { smallest, solidBelow } }: Pick<Printer, "type">): Tokens {
  const { scale, colours } = tokens;
  const atLeast = (size: number): number => Math.max(size, smallest);
  const { tag, meta, note, text, heading, lede } = scale;
  return {
    ...tokens,
    scale: {
      ...scale,
      tag: atLeast(tag),
      meta: atLeast(meta),
      note: atLeast(note),
      text: atLeast(text),
      heading: atLeast(heading),
      lede: atLeast(lede),
    },
    colours: {
      ...colours,
      ...(meta < solidBelow ? { soft: colours.ink } : {}),
      ...(scale.numeral < solidBelow ? { accent: colours.ink } : {}),
    },
  };
}
