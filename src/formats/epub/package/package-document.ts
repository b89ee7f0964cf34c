import { generator } from "../../../version.js";
import type { Context } from "../../format.js";
import type { BookMetadata } from "../metadata/metadata.js";
import type { ListedPage } from "../pages/document.js";
import { toCharacters } from "../xhtml/serialize.js";
import type { Navigation } from "./navigation.js";
import type { Resource } from "./shelf.js";

/** What is in the package, for its manifest and its spine. */
export interface PackageContents {
  /** Pages that stand before the contents, in reading order. */
  before: readonly ListedPage[];
  /** Pages that stand after them. */
  after: readonly ListedPage[];
  resources: readonly Resource[];
  navigation: Navigation;
}

/** The package document (EPUB 3.3, 5): metadata, manifest, spine. */
export function packageDocument(
  { before, after, resources, navigation }: PackageContents,
  metadata: BookMetadata,
  { locale, templates }: Context,
): string {
  const scope = {
    ...metadata,
    direction: locale.direction,
    generator: generator(),
    before: before.map(toItem),
    after: after.map(toItem),
    landmarks: navigation.landmarks,
    resources: resources.map((resource, at) => ({
      properties: null,
      licence: null,
      ...resource,
      id: `resource-${at + 1}`,
    })),
  };
  return toCharacters(templates.render("epub/package", scope));
}

function toItem({ file, properties }: ListedPage): { id: string; file: string; properties: string | null } {
  return { id: `page-${file.replace(/\.xhtml$/, "")}`, file, properties: properties.join(" ") || null };
}

/** The contents for reading systems that know only EPUB 2 (NCX 2005-1). */
export function ncxDocument({ points, depth }: Navigation, metadata: BookMetadata, { templates }: Context): string {
  const { book, identifier, languages } = metadata;
  return toCharacters(templates.render("epub/ncx", { points, depth, identifier, title: book.title, languages }));
}
