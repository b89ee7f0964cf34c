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
}
