import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Config, defaultConfig } from "../../src/config/read-config.js";
import type { Format } from "../../src/formats/format.js";
import { printCovers } from "../../src/formats/pdf/cover/index.js";
import { openPress } from "../../src/formats/pdf/press.js";

const run = promisify(execFile);

type CoverOptions = Exclude<Config["pdf"]["cover"], false>;

/** Prints covers for volumes of so many pages, the patterns dealt out evenly, without printing the book. */
export function coversFor(pages: readonly number[]): Format {
  return {
    name: "covers",
    async *render(library, context) {
      const press = await openPress(library, context);
      const share = Math.ceil(library.patterns.length / pages.length);
      const volumes = pages.map((count, index) => {
        const own = library.patterns.slice(index * share, (index + 1) * share);
        return { number: index + 1, count: pages.length, pages: count, patterns: new Set(own.map(({ id }) => id)) };
      });
      yield* printCovers(press, volumes);
    },
  };
}

export function withCover(options: Partial<CoverOptions>, pdf: Partial<Config["pdf"]> = {}): Config["pdf"] {
  const defaults = defaultConfig().pdf;
  return { ...defaults, ...pdf, cover: { ...(defaults.cover || { paper: { bulk: 1.3, grammage: 90 } }), ...options } };
}

/** A word and where it stands, in points from the upper left corner. */
export interface WordBox {
  word: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** `TrimBox`, `BleedBox`, … of the first page as poppler reads them: left, bottom, right, top, in points. */
export async function pdfBoxes(file: string): Promise<Map<string, [number, number, number, number]>> {
  const { stdout } = await run("pdfinfo", ["-box", file]);
  return new Map(
    [...stdout.matchAll(/^(\w+Box):\s+([\d.-]+)\s+([\d.-]+)\s+([\d.-]+)\s+([\d.-]+)/gm)].map(
      ([, name = "", left, bottom, right, top]) => [name, [Number(left), Number(bottom), Number(right), Number(top)]],
    ),
  );
}

export async function wordBoxes(file: string): Promise<WordBox[]> {
  const { stdout } = await run("pdftotext", ["-bbox", file, "-"]);
  return [
    ...stdout.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g),
  ].map(([, left, top, right, bottom, word = ""]) => ({
    word,
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }));
}
