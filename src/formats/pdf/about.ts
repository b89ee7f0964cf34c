import type { About, Format as AnyFormat, Context as Given } from "../format.js";

const USES = ["book", "pdf", "dataset"] as const;
const GIVES = ["print", "pages", "sections"] as const;

/** The printed book. */
export const about: About<(typeof USES)[number], never, (typeof GIVES)[number]> = {
  name: "pdf",
  uses: USES,
  templates: "book",
  gives: GIVES,
  rooms: async (settings, tokens) => (await import("./rooms.js")).rooms(settings, tokens),
};

/** What is given to what makes it. */
export type Context = Given<(typeof USES)[number], never>;

export type Format = AnyFormat<(typeof USES)[number], never, (typeof GIVES)[number]>;
