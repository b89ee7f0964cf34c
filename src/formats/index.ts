import type { Extent } from "../diagrams/turn-or-shrink.js";
import type { Tokens } from "../page/tokens.js";
import { about as dataset } from "./dataset/about.js";
import { about as docx } from "./docx/about.js";
import { about as epub } from "./epub/about.js";
import type { About, Format } from "./format.js";
import { about as pdf } from "./pdf/about.js";
import type { Settings } from "./settings.js";

/** Every edition. Each is loaded when it is made. */
export const FORMATS: readonly Format[] = [
  load(pdf, async () => (await import("./pdf/index.js")).pdf),
  load(epub, async () => (await import("./epub/index.js")).epub),
  load(docx, async () => (await import("./docx/index.js")).docx),
  load(dataset, async () => (await import("./dataset/index.js")).dataset),
];

function load(about: About, open: () => Promise<Format>): Format {
  return {
    ...about,
    async begin(opening) {
      await (await open()).begin?.(opening);
    },
    async *render(library, context) {
      const format = await open();
      yield* format.render(library, context);
    },
  };
}

/** The room that the editions have for a diagram: one that fits none of them is drawn in another way, or reported. */
export async function roomsOf(settings: Settings, tokens: Tokens): Promise<Extent[]> {
  const rooms = await Promise.all(FORMATS.map((format) => format.rooms?.(settings, tokens) ?? []));
  return rooms.flat();
}
