import type { Typography } from "../styles/typography.js";
import type { Addresses, LoadedPicture } from "./parts.js";
import type { RunFormats } from "./runs.js";

/** What is at hand while one part of a document is written. */
export interface Press {
  type: Typography;
  pictures: ReadonlyMap<string, LoadedPicture>;
  /** Of this part: the text, the footnotes, a header or a footer. */
  addresses: Addresses;
  /** Of the whole document. */
  formats: RunFormats;
  /** The number of the next picture of the document. */
  nextPicture(): number;
  /** The number of the next content control of the document. */
  nextControl(): number;
}
