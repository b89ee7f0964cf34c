/** A picture of the library that may be shown. */
export interface ImageFile {
  /** Absolute path. */
  path: string;
  /** SHA-256 of its bytes, hex. */
  sha256: string;
  mediaType: string;
  /** Pixels, as the picture is looked at. */
  width: number;
  /** Pixels. */
  height: number;
}

/** Why a picture is not shown. */
export interface RefusedImage {
  refused: "missing" | "remote" | "outside" | "unknown-type" | "too-large" | "unsafe" | "broken";
}
