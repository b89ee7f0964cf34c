import { nearestName } from "../library/nearest-name.js";
import type { Finding } from "../library/rules/rule.js";
import { listCalls } from "./house-files.js";

/** A folder of templates that is a house's own, and what it is laid over. */
export interface House {
  /** The folder as its reader would write it. */
  name: string;
  /** Paths of its files. */
  files: readonly string[];
  /** Paths of ours. */
  ours: readonly string[];
  /** Text of one of its files. */
  read(path: string): string;
}

const RULE = { rule: "templates-take-effect", severity: "warning" } as const;

// What stands beside templates and is none.
const BESIDE =
  /(^|\/)(readme|licen[cs]e|copying|ofl|notice|changelog|contributing|theme)([._-]|$)|\.(md|txt|json|lock|xcf|psd|ai)$/i;
// BCP 47: a language, and what it is narrowed by.
const LOCALE = /^(locales|groupings\/universality)\/[a-z]{2,3}(-[a-z0-9]{2,8})*\.yaml$/i;

/** Files of a user's theme that replace none of ours and that none of its own templates uses. */
export function findUnused(house: House): Finding[] {
  const { name, files, ours, read } = house;
  const texts = files.filter((path) => /\.(liquid|yaml)$/.test(path)).map((path) => ({ path, text: read(path) }));
  const called = new Set(texts.flatMap(({ text }) => listCalls(text)));
  const isNamed = (path: string): boolean =>
    texts.some((one) => one.path !== path && one.text.includes(path.replace(/\.liquid$/, "")));
  return files
    .filter((path) => {
      if (ours.includes(path) || BESIDE.test(path) || LOCALE.test(path)) return false;
      if (path.endsWith(".liquid")) return !called.has(path.replace(/\.liquid$/, ""));
      return !isNamed(path);
    })
    .map((path) => ({
      ...RULE,
      found: `${name}/${path}: it takes the place of none of our templates, and none of yours names it`,
      expected: expectName(path, ours),
      mend: "give it the path of the file that it is to replace (pattern-press theme lists them), or take it away",
    }));
}

/** The path that was probably meant: of one in another folder that has the same name, else the nearest. */
function expectName(path: string, ours: readonly string[]): string {
  const base = path.split("/").at(-1) ?? path;
  const namesakes = ours.filter((other) => other === base || other.endsWith(`/${base}`));
  if (namesakes.length > 0) return namesakes.map((other) => `“${other}”`).join(" or ");
  const nearest = nearestName(path, ours) ?? ours.find((other) => nearestName(base, [baseOf(other)]) !== undefined);
  return nearest === undefined ? "the path of one of ours" : `“${nearest}”, if that is meant`;
}

function baseOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

/**
 * Colours of a house that none of its templates shows.
 * @param own names of its colours that are not ours
 * @param known names of ours
 */
export function findUnusedColours(house: House, own: readonly string[], known: readonly string[]): Finding[] {
  const text = house.files
    .filter((path) => path.endsWith(".liquid"))
    .map(house.read)
    .join("\n");
  return own
    .filter((name) => !new RegExp(`\\b${name}\\b`).test(text))
    .map((name) => {
      const nearest = nearestName(name, known);
      const meant = nearest === undefined ? "" : `; “${nearest}”, if one of ours is meant`;
      return {
        ...RULE,
        found: `${house.name}/tokens.yaml: colours.${name} is a colour of your own that none of your templates shows`,
        expected: `a template with {{ tokens.colours.${name} }}${meant}`,
        mend: "correct its name, use it in a template such as book/own-style.liquid, or take it out",
      };
    });
}
