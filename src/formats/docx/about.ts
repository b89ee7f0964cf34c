import type { About, Format as AnyFormat, Context as Given } from "../format.js";

const USES = ["book", "docx", "words"] as const;
const GIVES = ["handout", "card", "packs"] as const;

/** Word files. */
export const about: About<(typeof USES)[number], never, (typeof GIVES)[number]> = {
  name: "docx",
  uses: USES,
  templates: "handout",
  gives: GIVES,
};

/** What is given to what makes it. */
export type Context = Given<(typeof USES)[number], never>;

export type Format = AnyFormat<(typeof USES)[number], never, (typeof GIVES)[number]>;
