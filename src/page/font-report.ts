import type { FontSurvey } from "./read-font.js";

/** What the process that reads fonts says first, when it has loaded all that it reads them by. */
export const READY = "ready";

/** What it says then of each, on a line. */
export interface Examined {
  path: string;
  survey?: FontSurvey;
  /** What is wrong with it, where it cannot be read. */
  damage?: string;
  /** The process ends with it: the fonts after it are unread. */
  isLast?: boolean;
}
