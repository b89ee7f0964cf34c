/** A file that shows a picture, of a type that every edition holds: PNG, JPEG, GIF or SVG. */
export interface PictureFile {
  /** Absolute path. */
  path: string;
  /** SHA-256 of its bytes, hex. */
  sha256: string;
  mediaType: string;
}

/** A picture of the library that may be shown: it was decoded, stands upright, and is in sRGB or grey. */
export interface ImageFile extends PictureFile {
  /** Pixels, as the picture is looked at. */
  width: number;
  /** Pixels. */
  height: number;
  /** Where it moves, for a screen; the picture itself is its first frame. */
  moving?: PictureFile;
  /** What of it is not shown though it could be, each as it goes on after “the picture x”: “of 3 pages, …”. */
  faults: readonly string[];
  /** What was taken out of an SVG. */
  removed: readonly string[];
}

/** Why a picture is not shown. */
export interface RefusedImage {
  refused:
    | "missing"
    | "remote"
    | "outside"
    | "unknown-type"
    | "too-large"
    | "too-many-pixels"
    | "unsafe"
    | "broken"
    | "forbidden";
  /** What was found, as it goes on after “the picture x”: “, which is cut off”. */
  what?: string;
}
