import type { RelationSense } from "../library/pattern.js";

/** A pattern named in a band. */
export interface ReferenceView {
  title: string;
  number: number | null;
  href: string | null;
  page: string | null;
  volume: string | null;
}

/** The patterns of one kind of relation, under its label. */
export interface BandGroup {
  kind: RelationSense | "unresolved" | "foreign";
  label: string;
  items: ReferenceView[];
}
