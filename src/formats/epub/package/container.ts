import { readFile } from "node:fs/promises";
import { type Chapter, EPub, type Options } from "epub-gen-memory";
import { FOLDER } from "../files.js";
import type { Page } from "../pages/document.js";
import type { PackageFile, Resource } from "./shelf.js";

/** Every file of a publication, rendered. */
export interface Publication {
  title: string;
  pages: readonly Page[];
  contents: Page;
  packageDocument: string;
  ncx: string;
  style: string;
  resources: readonly Resource[];
  /** Stands on every entry of the zip. */
  date: Date;
}

// EJS templates of epub-gen-memory that hand through what is rendered already: its own write a package without
// licence, landmarks and nested contents. What they name below are keys of the options and of the chapters.
const PAGE = "<%- xhtml %>";
const PACKAGE_DOCUMENT = "<%- packageDocument %>";
const CONTENTS = "<%- contents %>";
const NCX = "<%- ncx %>";

// Pictures and WOFF2 fonts are compressed as they are.
const COMPRESSED = /\.(png|jpe?g|gif|woff2)$/;

// MS-DOS counts from here, and zip files with it.
const EARLIEST = new Date("1980-01-01T00:00:00Z");

/** The container (EPUB 3.3, 4): epub-gen-memory's zip, with our files in it and the same bytes every time. */
class Container extends EPub {
  readonly #resources: readonly Resource[];
  readonly #date: Date;

  constructor({ resources, date, pages, contents, ...publication }: Publication) {
    const options: Options & Record<string, unknown> = {
      title: publication.title,
      css: publication.style,
      chapterXHTML: PAGE,
      contentOPF: PACKAGE_DOCUMENT,
      tocXHTML: CONTENTS,
      tocNCX: NCX,
      packageDocument: publication.packageDocument,
      contents: contents.xhtml,
      ncx: publication.ncx,
    };
    // The content goes past its sanitiser, which drops attributes that we need, as a key of our own.
    const chapters = pages.map(({ file, title, xhtml }): Chapter & { xhtml: string } => ({
      filename: file,
      title,
      content: "",
      xhtml,
    }));
    super(options, chapters);
    this.#resources = resources;
    this.#date = date < EARLIEST ? EARLIEST : date;
  }

  /** Everything is on disk: nothing is ever fetched. */
  protected override async downloadAllImages(): Promise<void> {
    for (const { href, file } of listFiles(this.#resources)) {
      const compression = COMPRESSED.test(href) ? "STORE" : "DEFLATE";
      this.zip.file(`${FOLDER}/${href}`, await readFile(file), { compression, createFolders: false });
    }
  }

  async toBytes(): Promise<Uint8Array> {
    await this.render();
    for (const [name, entry] of Object.entries(this.zip.files)) {
      // Directory entries say nothing, and are made with the time of day.
      if (entry.dir) delete this.zip.files[name];
      else entry.date = this.#date;
    }
    return this.generateAsync({
      type: "uint8array",
      mimeType: "application/epub+zip",
      compression: "DEFLATE",
      compressionOptions: { level: 9 },
      platform: "DOS",
    });
  }
}

/** The resources and their licences, each once. */
function listFiles(resources: readonly Resource[]): PackageFile[] {
  const files = resources.flatMap((resource) => (resource.licence ? [resource, resource.licence] : [resource]));
  return [...new Map(files.map((file) => [file.href, file])).values()];
}

/** Packs a publication as EPUB. */
export function packageEpub(publication: Publication): Promise<Uint8Array> {
  return new Container(publication).toBytes();
}
