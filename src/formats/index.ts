import type { Extent } from "../diagrams/room.js";
import type { Tokens } from "../page/tokens.js";
import type { Format } from "./format.js";
import type { Settings } from "./settings.js";

/**
 * Every edition, in the order they are made: later ones may say where a pattern stands in earlier ones. Each is loaded when
 * it is made.
 */
export const FORMATS: readonly Format[] = [
  {
    ...load("pdf", async () => (await import("./pdf/index.js")).pdf),
    rooms: async (settings, tokens) => (await import("./pdf/rooms.js")).rooms(settings, tokens),
  },
  load("epub", async () => (await import("./epub/index.js")).epub),
  load("docx", async () => (await import("./docx/index.js")).docx),
  load("jsonld", async () => (await import("./dataset/index.js")).dataset),
];

function load(name: string, open: () => Promise<Format>): Format {
  return {
    name,
    async begin(opening) {
      await (await open()).begin?.(opening);
    },
    async *render(library, context) {
      const format = await open();
      yield* format.render(library, context);
    },
  };
}

/** What the editions hold of a diagram: one that fits none of these is drawn another way, or told of. */
export async function roomsOf(settings: Settings, tokens: Tokens): Promise<Extent[]> {
  const rooms = await Promise.all(FORMATS.map((format) => format.rooms?.(settings, tokens) ?? []));
  return rooms.flat();
}
