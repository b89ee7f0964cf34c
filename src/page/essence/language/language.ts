/**
 * By what words a card tells what is said in a text: what goes wrong from what to do, a name from an instruction, words of
 * the page from words that point off it. All are matched against running text as it was written.
 */
export interface CardLanguage {
  /** A heading, or the lead of a list, of what goes wrong: never an instruction. */
  pitfalls: RegExp;
  /** The same of what is neither to do nor to beware of: what is needed before, what is weighed, how success shows. */
  asides: RegExp;
  /** The number of a step before its words: `Step 2:`. */
  ordinal: RegExp;
  /** A lead that says for whom or where, not what: `In corporate settings`. */
  scope: RegExp;
  /** A sentence that points at what does not stand on a card: a table, a drawing, a list, another section. */
  pointing: RegExp;
  /** A sentence that says how much something matters, not what it is: `This is a key practice.` */
  filler: RegExp;
  /** A sentence that says how many come next, and not which: `It rests on four principles.` One side of two belongs here too. */
  announcing: RegExp;
  /** A sentence about the pattern or about the text, which neither tells what to do nor how things are. */
  commenting: RegExp;
  /** A sentence that tells what happened once, to somebody. */
  narrating: RegExp;
  /** A sentence of what must be, may be or is always done. */
  norm: RegExp;
  /** A sentence of how things are, or of what is hard: no practice, however it is headed. */
  claim: RegExp;
  /** A sentence of what something is good for: nothing to beware of. */
  benefit: RegExp;
  /** A conflict between words that are none: `The core conflict is The vs. In.` */
  hollow: RegExp;
  /** A sentence that begins with a word for what stands before it. */
  leaning: RegExp;
  /** A word, anywhere in a sentence, for what stands sentences before it: a pronoun may mean the sentence's own subject. */
  distant: RegExp;
  /** A word, anywhere in a sentence, for what stands before it. */
  referring: RegExp;
  /** Words that tell somebody to do something. */
  instruction: RegExp;
  /** A clause with a verb in it that says how something is: `Turns are fair`. */
  statement: RegExp;
  /** A comma that a sentence can end before, its main clause being said. */
  clauseEnd: RegExp;
}

/** What any of the expressions matches; their flags are those of the first. */
export function anyOf(first: RegExp, ...others: RegExp[]): RegExp {
  return new RegExp([first, ...others].map(({ source }) => `(?:${source})`).join("|"), first.flags);
}
