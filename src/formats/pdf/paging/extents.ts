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

/** Pages of each section by its id. */
export type Extents = ReadonlyMap<string, number>;
