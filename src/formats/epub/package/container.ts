import { readFile } from "node:fs/promises";
import { EPub, type Options } from "epub-gen-memory";
import { createZip, deflate, store, type ZipFile } from "../../../archives/zip.js";
import { FOLDER } from "../files.js";
import type { Page } from "../pages/document.js";
import { type PackedPages, readPacked } from "../pages/packed-pages.js";
import { leadToMoved, listMovedPlaces } from "./moved-places.js";
import type { PackageFile, Resource } from "./resources.js";

/** Every file of a publication, rendered. */
export interface Publication {
  title: string;
  /** Pages round the patterns. */
  pages: readonly Page[];
  /** Pages of the patterns, on disk. */
  patterns: readonly PackedPages[];
  /** The navigation document. */
  navigation: string;
  packageDocument: string;
  ncx: string;
  style: string;
  resources: readonly Resource[];
  /** Stands on every entry of the zip. */
  date: Date;
}

// EJS templates of epub-gen-memory that hand through what is rendered already: its own write a package without
// licence, landmarks and nested contents. What they name below are keys of the options.
const PACKAGE_DOCUMENT = "<%- packageDocument %>";
const CONTENTS = "<%- contents %>";
const NCX = "<%- ncx %>";

// Pictures and WOFF2 fonts are compressed as they are.
const COMPRESSED = /\.(png|jpe?g|gif|webp|woff2)$/;

// Apple's reader takes a book's own fonts only where it is told to.
const APPLE_OPTIONS = "META-INF/com.apple.ibooks.display-options.xml";
const OWN_FONTS = `<?xml version="1.0" encoding="UTF-8"?>
<display_options>
<platform name="*"><option name="specified-fonts">true</option></platform>
</display_options>
`;

/**
 * The container (EPUB 3.3, 4) as epub-gen-memory builds it, but for pages and resources: it would hold them all, and copies
 * of them, until the last is written.
 */
class Skeleton extends EPub {
  constructor({ navigation, ...publication }: Publication) {
    const options: Options & Record<string, unknown> = {
      title: publication.title,
      css: publication.style,
      contentOPF: PACKAGE_DOCUMENT,
      tocXHTML: CONTENTS,
      tocNCX: NCX,
      packageDocument: publication.packageDocument,
      contents: navigation,
      ncx: publication.ncx,
    };
    super(options, []);
  }

  /** Everything is on disk: nothing is ever fetched. */
  protected override async downloadAllImages(): Promise<void> {}

  /** Its files in their order, the media type first; folders say nothing, and are dated by the time of day. */
  async *files(): AsyncGenerator<[name: string, content: Uint8Array]> {
    await this.render();
    for (const [name, entry] of Object.entries(this.zip.files)) {
      if (!entry.dir) yield [name, await entry.async("uint8array")];
    }
  }
}

/** Packs a publication as EPUB: patterns and resources are read one by one, each when it is its turn. */
export async function packageEpub(path: string, publication: Publication): Promise<void> {
  const zip = await createZip(path, publication.date);
  try {
    for await (const [name, content] of new Skeleton(publication).files()) {
      await zip.add(name, name === "mimetype" ? store(content) : deflate(content));
    }
    await zip.add(APPLE_OPTIONS, deflate(OWN_FONTS));
    for (const { file, packed } of publication.pages) await zip.add(`${FOLDER}/${file}`, packed);
    const moved = listMovedPlaces(publication.patterns.flatMap(({ pages }) => pages));
    for (const batch of publication.patterns) {
      for await (const [page, packed] of readPacked(batch)) {
        await zip.add(`${FOLDER}/${page.file}`, leadToMoved(packed, page, moved));
      }
    }
    await addResources(zip, publication.resources);
    await zip.finish();
  } finally {
    await zip.close();
  }
}

async function addResources(zip: ZipFile, resources: readonly Resource[]): Promise<void> {
  for (const { href, file } of listFiles(resources)) {
    const content = await readFile(file);
    await zip.add(`${FOLDER}/${href}`, COMPRESSED.test(href) ? store(content) : deflate(content));
  }
}

/** The resources and their licences, each once. */
function listFiles(resources: readonly Resource[]): PackageFile[] {
  const files = resources.flatMap((resource) => (resource.licence ? [resource, resource.licence] : [resource]));
  return [...new Map(files.map((file) => [file.href, file])).values()];
}
