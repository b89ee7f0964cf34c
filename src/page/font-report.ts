import type { FontSurvey } from "./read-font.js";

/** The first line of the process that reads fonts, printed when it is ready to read. */
export const READY = "ready";

/** The line that it prints for each font. */
export interface Examined {
  path: string;
  survey?: FontSurvey;
  /** What is wrong with it, where it cannot be read. */
  damage?: string;
  /** The process ends with it: the fonts after it are unread. */
  isLast?: boolean;
}
