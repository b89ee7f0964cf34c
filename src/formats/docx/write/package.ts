import { strToU8, zipSync } from "fflate";
import { dateZip } from "./date-zip.js";
import { element, xmlPart } from "./xml.js";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The parts of a document by path, with the media types of the Open Packaging Conventions (ECMA-376 part 2, 10.1.2). */
const TYPES: readonly [path: RegExp, type: string][] = [
  [/^word\/(document)\.xml$/, `${WORD}.document.main+xml`],
  [/^word\/(styles|numbering|footnotes|settings|fontTable|header|footer)\d*\.xml$/, `${WORD}.$1+xml`],
  [/^word\/theme\/theme1\.xml$/, "application/vnd.openxmlformats-officedocument.theme+xml"],
  [/^docProps\/core\.xml$/, "application/vnd.openxmlformats-package.core-properties+xml"],
];

const EXTENSIONS: Readonly<Record<string, string>> = {
  rels: "application/vnd.openxmlformats-package.relationships+xml",
  xml: "application/xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  bmp: "image/bmp",
  tif: "image/tiff",
  tiff: "image/tiff",
  emf: "image/x-emf",
  wmf: "image/x-wmf",
  gif: "image/gif",
  svg: "image/svg+xml",
};

/** Pictures are packed already. */
const PACKED = /\.(png|jpg|gif)$/;

/**
 * Zips the parts of a document: always to the same bytes.
 * @param parts by path, text as it is
 * @param date of every file
 */
export function pack(parts: Readonly<Record<string, string | Uint8Array>>, date: Date): Uint8Array {
  const files: Record<string, [Uint8Array, { level: 0 | 6 }]> = {};
  for (const [path, content] of Object.entries({ "[Content_Types].xml": writeTypes(Object.keys(parts)), ...parts })) {
    files[path] = [typeof content === "string" ? strToU8(content) : content, { level: PACKED.test(path) ? 0 : 6 }];
  }
  const zip = zipSync(files);
  dateZip(zip, date);
  return zip;
}

function writeTypes(paths: readonly string[]): string {
  const defaults = Object.entries(EXTENSIONS)
    .filter(([extension]) => paths.some((path) => path.endsWith(`.${extension}`)))
    .map(([Extension, ContentType]) => element("Default", { Extension, ContentType }));
  const overrides = paths.flatMap((path) => {
    const [pattern, type] = TYPES.find(([known]) => known.test(path)) ?? [];
    if (!pattern || type === undefined) return [];
    return [
      element("Override", { PartName: `/${path}`, ContentType: type.replace("$1", pattern.exec(path)?.[1] ?? "") }),
    ];
  });
  return xmlPart(
    "Types",
    { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
    ...defaults,
    ...overrides,
  );
}
