import type { Format } from "./format.js";

/**
 * Every edition, in the order they are made: later ones may say where a pattern stands in earlier ones. Each is loaded when
 * it is made.
 */
export const FORMATS: readonly Format[] = [
  load("pdf", async () => (await import("./pdf/index.js")).pdf),
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
