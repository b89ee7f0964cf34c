/** What decoding one picture may take. */
export interface PictureLimits {
  /** Most pixels of a picture. */
  pixels: number;
  /** Longest time that decoding may take. */
  seconds: number;
}
