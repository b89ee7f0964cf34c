/** What is measured together: sections that each begin on a new page. */
export interface Batch {
  /** Of its files in the scratch folder. */
  name: string;
  sections: readonly Section[];
}

export interface Section {
  id: string;
  html: string;
}

/** How long a section is. */
export interface Extent {
  pages: number;
  /** The page of each source in a pattern's record, from 0: an index leads to it. */
  sources: readonly number[];
}

/** By the id of the section. */
export type Extents = ReadonlyMap<string, Extent>;
