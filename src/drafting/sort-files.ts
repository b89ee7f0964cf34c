import { posix } from "node:path";
import type { Survey, SurveyedFile } from "../library/reading/survey.js";

/** The files of a library by what they seem to be for. */
export interface SortedFiles {
  /** Folder of the patterns, where nearly all of them lie in one. */
  folder: string;
  patterns: SurveyedFile[];
  front: string[];
  back: string[];
  /** Globs of what is no pattern, why, and how many files it is. */
  skipped: { glob: string; why: string; count: number }[];
  /** Files elsewhere than in the folder of the patterns. */
  elsewhere: string[];
}

const SKIPPED: readonly { segment: RegExp; why: string }[] = [
  { segment: /^_?templates?$/i, why: "templates" },
  { segment: /^(?:translations?|i18n|l10n|locales?)$/i, why: "translations: a book of their own" },
  { segment: /^(?:archived?|deprecated|drafts?|attic)$/i, why: "set aside by its stewards" },
  { segment: /^(?:assets|images?|img|media|static)$/i, why: "pictures and what belongs to them" },
];
const FORM = /^(?:pattern[ _-]?)?template\.\w+$/i;
// What the program leaves out by itself, whatever a rule says of it.
const NEVER = /^(?:readme|licen[cs]e|contributing|changelog|code[_-]of[_-]conduct|security)\./i;
const FRONT = /(?:^|\/)(?:\d+[-_])?(?:introduction|intro|preface|foreword|about|home)\.\w+$/i;
const BACK = /(?:^|\/)(?:\d+[-_])?(?:glossary|afterword|epilogue|credits|acknowledge?ments|authors)\.\w+$/i;
// Of all patterns: a few files elsewhere are not a library in several folders.
const NEARLY_ALL = 0.8;

export function sortFiles({ files, leftOut }: Survey): SortedFiles {
  const sorted: SortedFiles = { folder: "", patterns: [], front: [], back: [], skipped: [], elsewhere: [] };
  const left: SurveyedFile[] = [];
  for (const file of files) {
    const segments = file.path.split("/").slice(0, -1);
    const skip = SKIPPED.find(({ segment }) => segments.some((name) => segment.test(name)));
    if (skip) {
      const name = segments.find((one) => skip.segment.test(one)) ?? "";
      const glob = `**/${name}/**`;
      const known = sorted.skipped.find((one) => one.glob === glob);
      if (known) known.count++;
      else sorted.skipped.push({ glob, why: skip.why, count: 1 });
    } else if (FORM.test(posix.basename(file.path))) {
      sorted.skipped.push({ glob: file.path, why: "templates", count: 1 });
    } else if (FRONT.test(file.path)) sorted.front.push(file.path);
    else if (BACK.test(file.path)) sorted.back.push(file.path);
    else left.push(file);
  }
  const folder = mainFolder(left);
  const isInside = ({ path }: SurveyedFile): boolean => folder === "" || path.startsWith(`${folder}/`);
  const about = leftOut.filter(({ path, why }) => why === "about" && !NEVER.test(posix.basename(path)));
  const asked = about.filter(({ path }) => folder === "" || path.startsWith(`${folder}/`));
  return {
    ...sorted,
    skipped: [...sorted.skipped, ...asked.map(({ path }) => ({ glob: path, why: "about the library", count: 1 }))],
    folder,
    patterns: left.filter(isInside),
    elsewhere: left.filter((file) => !isInside(file)).map(({ path }) => path),
  };
}

function mainFolder(files: readonly SurveyedFile[]): string {
  const tops = files.map(({ path }) => (path.includes("/") ? (path.split("/")[0] ?? "") : ""));
  const most = tops.find((top) => tops.filter((one) => one === top).length >= files.length * NEARLY_ALL);
  return most ?? "";
}
