import type { SurveyedFile } from "../library/reading/survey.js";
import type { FolderGroups } from "./find-groups.js";

/** Texts that open what folders group. */
export interface Openings {
  glob: string;
  count: number;
}

/** The indexes of the folders that part a library, where other files stand beside them: they are about their folders. */
export function findOpenings(
  files: readonly SurveyedFile[],
  groups: FolderGroups | undefined,
): { openings?: Openings; patterns: readonly SurveyedFile[] } {
  if (!groups) return { patterns: files };
  const isIndex = ({ path }: SurveyedFile): boolean => {
    const segments = path.split("/");
    if (segments.length !== groups.depth + 1 || !/^index\.(?:md|markdown)$/i.test(segments.at(-1) ?? "")) return false;
    const folder = `${segments.slice(0, -1).join("/")}/`;
    return files.some(
      (other) => other.path !== path && other.path.startsWith(folder) && !other.path.slice(folder.length).includes("/"),
    );
  };
  const indexes = files.filter(isIndex);
  if (indexes.length === 0) return { patterns: files };
  const tops = new Set(
    indexes.map(({ path }) =>
      path
        .split("/")
        .slice(0, groups.depth - 1)
        .join("/"),
    ),
  );
  const [top = ""] = tops;
  const before =
    tops.size > 1
      ? Array(groups.depth - 1)
          .fill("*")
          .join("/")
      : top;
  const glob = `${before === "" ? "" : `${before}/`}*/index.md`;
  return { openings: { glob, count: indexes.length }, patterns: files.filter((file) => !isIndex(file)) };
}
