import type { Breach, Rule } from "./rule.js";

type Words = Pick<Breach, "found" | "expected" | "mend">;

const QUOTE = "quotation marks round the whole value: it is read as it stands";

/** A way of writing a text that YAML reads as something else: what is said of it. */
const KINDS: Readonly<Record<string, (found: string) => Words>> = {
  comment: (found) => ({
    found: `“${found}”, of which YAML takes everything from the # on for a comment`,
    expected: QUOTE,
    mend: "put quotation marks round a text with # in it; a comment begins with # and a blank",
  }),
  remark: (found) => ({
    found: `“${found}” behind a text: YAML takes it for a comment, and it is in no edition`,
    expected: "quotation marks, if it belongs to the text",
    mend: "put quotation marks round the whole text, or move the comment to a line of its own",
  }),
  tag: (found) => ({
    found: `“${found}”, of which YAML takes the word with ! for a tag`,
    expected: QUOTE,
    mend: "put quotation marks round a text that begins with !",
  }),
  anchor: (found) => ({
    found: `“${found}”, of which YAML takes the word with & for an anchor`,
    expected: QUOTE,
    mend: "put quotation marks round a text that begins with &",
  }),
  alias: (found) => ({
    found: `“${found}”, which YAML takes for an alias`,
    expected: QUOTE,
    mend: "put quotation marks round a text that begins with *",
  }),
  colon: (found) => ({
    found: `“${found}”, in which a colon and a blank begin a value`,
    expected: QUOTE,
    mend: "put quotation marks round a text with a colon and a blank in it",
  }),
  quotes: (found) => ({
    found: `the text “${found}”, of which a quotation mark ends the value too early`,
    expected: QUOTE,
    mend: "put the other sort of quotation marks round a text with quotation marks or apostrophes in it",
  }),
  "curly-quotes": (found) => ({
    found: `${found}, in curly quotation marks, which belong to the value`,
    expected: 'straight quotation marks (") or none',
    mend: "remove the curly quotation marks, or replace them by straight ones",
  }),
  brackets: (found) => ({
    found: `“${found}”, of which YAML takes what is in brackets for the whole value`,
    expected: QUOTE,
    mend: "put quotation marks round a text that begins with a bracket",
  }),
  template: (found) => ({
    found: `“${found}”, which a template should have filled in`,
    expected: "a text",
    mend: "write what should stand there, or put quotation marks round it",
  }),
  sign: (found) => ({
    found: `“${found}”, which begins with a sign of YAML`,
    expected: QUOTE,
    mend: "put quotation marks round a text that begins with @ ` % , | > - or ?",
  }),
  "no-blank": (found) => ({
    found: `“${found}”, with no blank behind the colon`,
    expected: "a blank between the colon and the value: it is read as if there were one",
    mend: "add a blank behind the colon",
  }),
  "no-break-space": (found) => ({
    found: `a no-break space before or behind the name of a field, at “${found}”`,
    expected: "a common blank: it is read as one",
    mend: "replace the no-break space by a blank",
  }),
};

export const valuesAreQuoted: Rule = {
  id: "values-are-quoted",
  severity: "warning",
  summary: "A text in front matter that YAML would read as something else stands in quotation marks.",
  describe: ({ found, detail = "" }) =>
    KINDS[detail]?.(found) ?? {
      found: `“${found}”`,
      expected: QUOTE,
      mend: "put quotation marks round the text",
    },
};
