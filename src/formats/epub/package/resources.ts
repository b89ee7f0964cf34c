import type { ImageFile } from "../../../library/image-file.js";
import { present } from "../../../library/present.js";
import type { PictureSize } from "../../pictures.js";

/** A file to copy into the package. */
export interface PackageFile {
  /** Relative to the package document. */
  href: string;
  mediaType: string;
  /** Absolute path. */
  file: string;
}

/** A file of the package that is no content document. */
export interface Resource extends PackageFile {
  /** Properties of its manifest item. */
  properties?: string;
  /** The text of its licence; several resources may share one. */
  licence?: PackageFile;
}

/** A picture of a page. */
export interface Picture extends Resource {
  /** SHA-256 of its bytes, hex, or what it was made from. */
  name: string;
  /** Pixels that it is made smaller to. */
  size?: PictureSize;
  /** The SVG that its PNG is made from; `file` is not packed then. */
  drawn?: ImageFile;
  /** Whether it has the face of its text in it already. */
  lettered?: boolean;
}

/** Pictures that pages of the package show, each once. */
export interface Shelf {
  /** Puts a picture in the package and returns its address. `name` is made of its content, so that it is stable. */
  put(picture: Omit<Picture, "href">): string;
  /** In order of their addresses. */
  list(): Picture[];
}

/** Extensions of the picture types that every reading system shows (EPUB 3.3, 3.2). */
const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/png": ".png",
  "image/jpeg": ".jpg",
  "image/gif": ".gif",
  "image/svg+xml": ".svg",
};

export function openShelf(): Shelf {
  const resources = new Map<string, Picture>();
  return {
    put(picture) {
      const { name, mediaType } = picture;
      const href = `images/${name}${present(EXTENSIONS[mediaType], "the extension of", mediaType)}`;
      resources.set(href, { ...picture, href });
      return href;
    },
    list: () => [...resources.values()].sort((a, b) => (a.href < b.href ? -1 : 1)),
  };
}
