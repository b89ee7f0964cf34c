import type { IXmlableObject } from "docx";
import type { Typography } from "../styles/typography.js";
import type { Addresses, LoadedPicture } from "./parts.js";

/** How runs and paragraphs are formatted, as XML, by all that says so: those of one look share it. */
export type Formats = Map<string, IXmlableObject | undefined>;

/** What is at hand while one part of a document is written. */
export interface PartContext {
  type: Typography;
  pictures: ReadonlyMap<string, LoadedPicture>;
  /** Of this part: the text, the footnotes, a header or a footer. */
  addresses: Addresses;
  /** Of the whole document. */
  formats: Formats;
  /** The number of the next picture of the document. */
  nextPicture(): number;
  /** The number of the next content control of the document. */
  nextControl(): number;
}
