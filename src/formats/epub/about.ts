import type { About, Format as AnyFormat, Context as Given } from "../format.js";

const USES = ["book", "epub", "dataset"] as const;
const NEEDS = ["print", "pages", "sections"] as const;
const GIVES = ["epub"] as const;

/** The e-book. */
export const about: About<(typeof USES)[number], (typeof NEEDS)[number], (typeof GIVES)[number]> = {
  name: "epub",
  uses: USES,
  templates: "epub",
  needs: NEEDS,
  gives: GIVES,
};

/** What is given to what makes it. */
export type Context = Given<(typeof USES)[number], (typeof NEEDS)[number]>;

export type Format = AnyFormat<(typeof USES)[number], (typeof NEEDS)[number], (typeof GIVES)[number]>;
