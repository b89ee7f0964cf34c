import { posix } from "node:path";
import type { SurveyedFile } from "../library/reading/survey.js";

/** Where links of a scheme of the library's own lead, as `links` says it. */
export interface DraftLink {
  scheme: string;
  target: "*" | "none";
  /** Links, and those of them that name a file of the library. */
  count: number;
  named: number;
}

/** The schemes that a library's links have, most frequent first: to files of the library, or to nothing that it has. */
export function findLinks(files: readonly SurveyedFile[]): DraftLink[] {
  const names = new Set(
    files.map(({ path }) =>
      posix
        .basename(path)
        .replace(/\.\w+$/, "")
        .toLowerCase(),
    ),
  );
  const links = new Map<string, DraftLink>();
  for (const address of files.flatMap(({ ownAddresses }) => ownAddresses)) {
    const [, scheme = "", name = ""] = /^([\w-]+):([^#?]*)/.exec(address) ?? [];
    const link = links.get(scheme) ?? { scheme, target: "none", count: 0, named: 0 };
    link.count++;
    if (names.has(name.trim().toLowerCase())) link.named++;
    links.set(scheme, link);
  }
  return [...links.values()]
    .map((link): DraftLink => ({ ...link, target: link.named * 2 > link.count ? "*" : "none" }))
    .sort((a, b) => b.count - a.count || (a.scheme < b.scheme ? -1 : 1));
}
