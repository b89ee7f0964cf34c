import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import type { Root } from "xast";
import { fromXml } from "xast-util-from-xml";

/** An EPUB taken apart. Names are relative to the folder of the package document. */
export interface EpubParts {
  /** Every entry of the zip in its order, by its full name. */
  entries: string[];
  /** Bytes of an entry, by its full name. */
  size(entry: string): number;
  bytes(name: string): Uint8Array;
  text(name: string): string;
  xml(name: string): Root;
}

const FOLDER = "OEBPS/";

export async function openEpub(file: string): Promise<EpubParts> {
  const files = unzipSync(await readFile(file));
  const bytes = (name: string): Uint8Array => {
    const found = files[FOLDER + name];
    if (!found) throw new Error(`${name} is not in ${file}`);
    return found;
  };
  const text = (name: string): string => strFromU8(bytes(name));
  return {
    entries: Object.keys(files),
    size: (entry) => files[entry]?.length ?? 0,
    bytes,
    text,
    xml: (name) => fromXml(text(name)),
  };
}

/** A zip entry as its local header states it (APPNOTE 4.3.7). */
export interface ZipEntry {
  name: string;
  method: "stored" | "deflated";
  /** Of its last change; zip files know no time zone. */
  date: string;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;

/** The entries of a zip in the order they lie in it. */
export function readZipEntries(zip: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; zip.readUInt32LE(at) === LOCAL_HEADER; ) {
    const nameLength = zip.readUInt16LE(at + 26);
    entries.push({
      name: zip.toString("utf8", at + 30, at + 30 + nameLength),
      method: zip.readUInt16LE(at + 8) === 0 ? "stored" : "deflated",
      date: toDate(zip.readUInt16LE(at + 12), zip.readUInt16LE(at + 10)),
    });
    at += 30 + nameLength + zip.readUInt16LE(at + 28) + zip.readUInt32LE(at + 18);
    if (zip.readUInt32LE(at) === CENTRAL_HEADER) break;
  }
  return entries;
}

function toDate(date: number, time: number): string {
  const digits = (value: number): string => String(value).padStart(2, "0");
  const day = [1980 + (date >> 9), digits((date >> 5) & 15), digits(date & 31)].join("-");
  return `${day}T${digits(time >> 11)}:${digits((time >> 5) & 63)}:${digits((time & 31) * 2)}`;
}
