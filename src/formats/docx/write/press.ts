import type { Typography } from "../styles/typography.js";
import type { Lists } from "./numbering.js";
import type { LoadedPicture, Media, Relationships } from "./parts.js";

/** What is at hand while one part of a document is written. */
export interface Press {
  type: Typography;
  pictures: ReadonlyMap<string, LoadedPicture>;
  /** Of this part. */
  relationships: Relationships;
  /** Of the whole document. */
  media: Media;
  lists: Lists;
  /** The number of the next picture of the document. */
  nextPicture(): number;
  /** The number of the next content control of the document. */
  nextControl(): number;
}
