/** The text of a paragraph, heading, cell or item, as one: signs are judged over all of it. */
export interface Block {
  /** What is set as it was typed (code, formulas, addresses) stands in it as `VERBATIM` signs. */
  text: string;
  /** Where elements such as emphasis begin and end: offsets in `text`. */
  begins: ReadonlySet<number>;
  ends: ReadonlySet<number>;
}

/** Stands for what is not looked at; to its neighbours it is a letter. */
export const VERBATIM = "\ufffc";

/** A piece of a block's text, and what is set in its place. */
export interface Edit {
  from: number;
  to: number;
  set: string;
}

/** An address ends in no mark, bracket or full stop: those are the sentence's. */
const ADDRESS =
  /(?:\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\bdoi\.org\/|\bmailto:|\b10\.\d{4,9}\/)[^\s"<>“”«»]*[^\s"'<>“”«»‘’.,;:!?)\]}]/giu;

/** A quick test: most blocks have no address. */
const HINT = /:\/\/|www\.|doi\.org|mailto:|10\.\d{4}/i;

const NOWHERE: ReadonlySet<number> = new Set();

/** @param text as it was typed, with its addresses */
export function toBlock(text: string, begins = NOWHERE, ends = NOWHERE): Block {
  return {
    text: HINT.test(text) ? text.replace(ADDRESS, (address) => VERBATIM.repeat(address.length)) : text,
    begins,
    ends,
  };
}
