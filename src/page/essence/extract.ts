/** What an extract is to its pattern; each has a word of the interface. */
export type Matter = "tension" | "overview" | "principles" | "therefore" | "practices" | "steps" | "beware";

/** A piece of a pattern in its own words. */
export interface Extract {
  matter: Matter;
  /** The title of the section it is from; empty for the opening of the text. */
  section: string;
  /** A list of points, or running text. */
  form: "points" | "prose";
  /** Each point, or the sentences of each paragraph. */
  items: string[][];
  /** How many points the section has, those that are passed over too; null for running text. */
  total: number | null;
  /** Those of the sentences, counted through, that lean on the one before. */
  leaning: number[];
}

/** An extract as it was found. */
export type Found = Omit<Extract, "leaning">;
