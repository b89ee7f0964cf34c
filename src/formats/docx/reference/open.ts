import { strFromU8, unzipSync } from "fflate";

/** The parts of somebody's document that are taken over, as they stand in it. */
export interface OpenedReference {
  /** A part's text; undefined where there is none. */
  text(path: string): string | undefined;
  bytes(path: string): Uint8Array | undefined;
  /** What would run or be fetched: it is left out. */
  dropped: string[];
}

/** Unpacked, in bytes: no styles and headers are so large, and a hostile archive must not fill the memory. */
const LARGEST = 50_000_000;
const MAIN = /word\/document\.xml$/;

/** What runs, by the part that holds it. */
const ACTIVE: readonly [path: RegExp, what: string][] = [
  [/vbaProject\.bin$|vbaData\.xml$/, "macros"],
  [/\/activeX\//, "ActiveX controls"],
  [/\/embeddings\//, "embedded files"],
  [/^customUI\//, "buttons of its own"],
  [/\/afchunk/i, "imported documents"],
];

/** Opens a .docx, .docm or .dotx, of which nothing runs. A sentence says why it is none. */
export function openReference(archive: Uint8Array): OpenedReference | string {
  const files = unpack(archive);
  if (typeof files === "string") return files;
  const paths = Object.keys(files);
  if (!paths.some((path) => MAIN.test(path)) || !files["word/styles.xml"]) {
    return "is no Word document: it has no word/document.xml and word/styles.xml";
  }
  const dropped = ACTIVE.filter(([path]) => paths.some((name) => path.test(name))).map(([, what]) => what);
  const text = (path: string): string | undefined => {
    const file = files[path];
    return file && strFromU8(file);
  };
  const settings = text("word/_rels/settings.xml.rels") ?? "";
  if (/attachedTemplate/.test(settings)) dropped.push("an attached template");
  return { text, bytes: (path) => files[path], dropped };
}

function unpack(archive: Uint8Array): Record<string, Uint8Array> | string {
  let size = 0;
  try {
    const files = unzipSync(archive, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return size <= LARGEST;
      },
    });
    return size <= LARGEST ? files : `unpacks to more than ${LARGEST / 1_000_000} MB`;
  } catch {
    return "is no Word document: it is no zip archive";
  }
}
