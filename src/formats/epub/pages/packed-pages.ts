import { mkdir, open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Packed } from "../../../archives/zip.js";
import type { ListedPage, Page } from "./document.js";

/** Pages in a folder, packed: what is said of them, and their bytes one after the other. */
export interface PackedPages {
  folder: string;
  pages: readonly PackedPage[];
}

export interface PackedPage extends ListedPage, Omit<Packed, "data"> {
  /** Bytes as they lie in the zip. */
  packed: number;
}

const LIST = "pages.json";
const BYTES = "pages.bin";

/** Packs pages into a new folder. */
export async function writePacked(folder: string, pages: readonly Page[]): Promise<void> {
  const list = pages.map(
    ({ packed: { data, ...entry }, ...page }): PackedPage => ({
      ...page,
      ...entry,
      packed: data.length,
    }),
  );
  await mkdir(folder);
  await writeFile(join(folder, BYTES), Buffer.concat(pages.map(({ packed }) => packed.data)));
  await writeFile(join(folder, LIST), JSON.stringify(list));
}

export async function openPacked(folder: string): Promise<PackedPages> {
  return { folder, pages: JSON.parse(await readFile(join(folder, LIST), "utf8")) };
}

/** The pages, ready for a zip, one at a time. */
export async function* readPacked({ folder, pages }: PackedPages): AsyncGenerator<[page: PackedPage, packed: Packed]> {
  const bytes = await open(join(folder, BYTES));
  try {
    for (const page of pages) {
      const { packed, method, size, crc } = page;
      const { buffer: data } = await bytes.read({ buffer: Buffer.alloc(packed) });
      yield [page, { method, size, crc, data }];
    }
  } finally {
    await bytes.close();
  }
}
