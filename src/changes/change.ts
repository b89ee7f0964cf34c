import type { PrintedAt, StatedRelation } from "./edition.js";

/** The pattern that changed: as the new edition has it, or the old one where it is gone. */
export interface Who {
  id: string;
  slug: string;
  number: number;
  title: string;
}

export interface WordCounts {
  added: number;
  removed: number;
}

export interface SectionChange {
  id: string;
  role: string;
  title: string;
  is: "added" | "removed" | "changed";
  words: WordCounts;
}

/** A relation with the name of its other end. */
export interface NamedRelation extends StatedRelation {
  title: string;
}

interface Name {
  id: string;
  slug: string;
  title: string;
}

/** What happened to a pattern between two editions, by the kind of change. */
interface Kinds {
  added: object;
  removed: object;
  /** It is the same pattern by another name: slug, title or id. */
  renamed: { from: Name; to: Name };
  renumbered: { from: number; to: number };
  /** The file differs. `words` and `sections` are null if one of the editions has no text to compare. */
  text: { words: WordCounts | null; sections: SectionChange[] | null };
  /** Names of fields of the front matter whose values differ. */
  fields: { fields: string[] };
  relations: { added: NamedRelation[]; removed: NamedRelation[] };
  /** Where it begins in the printed book; null where it does not stand in it. */
  moved: { from: PrintedAt | null; to: PrintedAt | null };
}

export type ChangeKind = keyof Kinds;
export type Change<Kind extends ChangeKind = ChangeKind> = {
  [One in ChangeKind]: { change: One } & Who & Kinds[One];
}[Kind];

/** In the order in which they are told. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  "added",
  "removed",
  "renamed",
  "renumbered",
  "text",
  "fields",
  "relations",
  "moved",
];

/** What cannot be compared, since one of the editions does not say it. */
export type Unknown = "words" | "relations" | "pages";

/** One of the two editions. */
export interface Compared {
  name: string;
  sourceDateEpoch: number;
  patterns: number;
}

export interface Changes {
  from: Compared;
  to: Compared;
  changes: readonly Change[];
  unknown: readonly Unknown[];
}

/** The changes of one kind. */
export function changesOf<Kind extends ChangeKind>({ changes }: Pick<Changes, "changes">, kind: Kind): Change<Kind>[] {
  return changes.filter((change): change is Change<Kind> => change.change === kind);
}
