import type { About, Format as AnyFormat, Context as Given } from "../format.js";

const USES = ["book", "dataset"] as const;
const NEEDS = ["print", "epub", "handout"] as const;

/** The dataset. */
export const about: About<(typeof USES)[number], (typeof NEEDS)[number], never> = {
  // Its first file was JSON-LD, and command lines say so.
  name: "jsonld",
  uses: USES,
  templates: "dataset",
  needs: NEEDS,
};

/** What is given to what makes it. */
export type Context = Given<(typeof USES)[number], (typeof NEEDS)[number]>;

export type Format = AnyFormat<(typeof USES)[number], (typeof NEEDS)[number], never>;
