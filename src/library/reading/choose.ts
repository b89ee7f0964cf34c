import { posix } from "node:path";
import picomatch from "picomatch";
import type { AddressMap } from "./map-address.js";
import { EMPTY_RULE, type ReadingRule } from "./rule.js";

/** A rule of the configuration: which files, and how they are read. */
export interface FileRule extends Omit<ReadingRule, "links" | "unstated"> {
  /** Globs over paths relative to the library's folder, in whole segments. */
  files: readonly string[];
}

/** The rule that reads a file. */
export interface Choice {
  rule: ReadingRule;
  /** Its place among the rules of the configuration; none where that has no rules. */
  index?: number;
  /** Whether the rule names the file itself, not by a star. */
  byName: boolean;
}

/** Finds the first rule that fits a file; undefined where there are rules and none does. */
export type ChooseRule = (path: string) => Choice | undefined;

/**
 * @param rules those of the configuration; without them every file is a pattern
 * @param links what the configuration says of all links
 * @param unstated the language that files are expected in which state none
 */
export function openRules(rules: readonly FileRule[] | undefined, links: AddressMap, unstated?: string): ChooseRule {
  const ofAll = { links, ...(unstated === undefined ? {} : { unstated }) };
  if (rules === undefined) return () => ({ rule: { ...EMPTY_RULE, ...ofAll }, byName: false });
  const tests = rules.map(({ files, ...rule }, index) => ({
    rule: { ...rule, ...ofAll },
    index,
    globs: files.map((glob) => ({
      fits: picomatch(glob, { dot: true }),
      byName: !/[*?[{(]/.test(posix.basename(glob)),
    })),
  }));
  return (path) => {
    for (const { rule, index, globs } of tests) {
      const fitting = globs.find(({ fits }) => fits(path));
      if (fitting) return { rule, index, byName: fitting.byName };
    }
    return undefined;
  };
}
