/** What a diagram says: things, and what leads from one to another. */
export interface DiagramGraph {
  nodes: { id: string; label: string }[];
  edges: { from: string; to: string; label: string }[];
  /** Frames round some of the things. */
  groups: { title: string; members: string[] }[];
}

/** A diagram drawn from its source, as files. */
export interface Drawing {
  /** Absolute path of the SVG. */
  svg: string;
  /** Absolute path of the same without style sheets, where it can be drawn without. */
  plain?: string;
  /** Absolute path of the PNG, at twice the size. */
  png: string;
  /** CSS pixels. */
  width: number;
  /** CSS pixels. */
  height: number;
  /** Of a flow chart or a sequence; other kinds of diagram have none. */
  graph?: DiagramGraph;
}
