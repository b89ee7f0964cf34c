import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

/**
 * The lines of the dataset, one to a pattern and in the book's order, as they are asked for: never more than those are held.
 * @param path of JSON lines, compressed by gzip
 * @returns a function that gives the line of a slug; null where there is none
 */
export function openRecords(path: string): { take(slug: string): Promise<string | null>; close(): void } {
  if (!existsSync(path)) return { take: async () => null, close: () => {} };
  const file = createReadStream(path);
  const input = file.pipe(createGunzip());
  // An error of the one is not the other's by itself.
  file.on("error", (error) => input.destroy(error));
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  // Lines that came before the one that was asked for.
  const passed = new Map<string, string>();
  return {
    async take(slug) {
      const known = passed.get(slug);
      if (known !== undefined) {
        passed.delete(slug);
        return known;
      }
      for (let next = await read(lines); !next.done; next = await read(lines)) {
        const found = /"slug":"((?:[^"\\]|\\.)*)"/.exec(next.value)?.[1] ?? "";
        if (found === slug) return next.value;
        passed.set(found, next.value);
      }
      return null;
    },
    close: () => {
      file.destroy();
      input.destroy();
    },
  };
}

/** The next line. A file that is cut short ends there: its checksum says so, and what is missing is told as a loss. */
function read(lines: AsyncIterator<string>): Promise<IteratorResult<string>> {
  return lines.next().catch(() => ({ done: true, value: undefined }));
}
