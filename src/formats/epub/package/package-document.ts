import { generator } from "../../../machine/version.js";
import type { Context } from "../about.js";
import type { BookMetadata } from "../metadata/metadata.js";
import type { Desk, ListedPage } from "../pages/document.js";
import { toCharacters } from "../xhtml/serialize.js";
import type { Navigation } from "./navigation.js";
import type { Resource } from "./resources.js";

/** What is in the package, for its manifest and its spine. */
export interface PackageContents {
  /** In reading order. */
  spine: readonly ListedPage[];
  resources: readonly Resource[];
  navigation: Navigation;
}

/** The package document (EPUB 3.3, 5): metadata, manifest, spine. */
export function packageDocument(
  { spine, resources, navigation }: PackageContents,
  metadata: BookMetadata,
  { locale, templates }: Context,
): string {
  const scope = {
    ...metadata,
    direction: locale.direction,
    generator: generator(),
    pages: spine.map(toItem),
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

/** What the NCX says of the book. */
type NcxMetadata = Pick<BookMetadata, "identifier" | "languages"> & { book: { title: string } };

/** The contents for reading systems that know only EPUB 2 (NCX 2005-1), besides the navigation document. */
export function ncxDocument(navigation: Navigation, metadata: NcxMetadata, { templates, locale }: Desk): string {
  const { book, identifier, languages } = metadata;
  const maxPage = navigation.pages.reduce(
    (most, { label, type }) => Math.max(most, type === "normal" ? Number(label) : 0),
    0,
  );
  const scope = {
    ...navigation,
    maxPage,
    identifier,
    title: book.title,
    languages,
    words: locale.words,
  };
  return toCharacters(templates.render("epub/ncx", scope));
}
