import type { LeftOut } from "../library/library.js";

const WORDS: Readonly<Record<LeftOut["why"], readonly [string, string]>> = {
  draft: ["draft", "drafts"],
  underscore: ["file whose name begins with _", "files whose names begin with _"],
  skipped: ["file by the configuration (read)", "files by the configuration (read)"],
  language: ["pattern or text in another language", "patterns and texts in other languages"],
  template: ["template", "templates"],
  special: ["pipe, socket or device", "pipes, sockets and devices"],
  about: ["file about the library", "files about the library"],
  hidden: ["file in hidden folders", "files in hidden folders"],
};

/** What Markdown was left out on purpose, counted: `Left out: 2 drafts, 1 file about the library.`; empty for none. */
export function countLeftOut(leftOut: readonly LeftOut[]): string {
  const counts = Object.entries(WORDS).flatMap(([why, [one, more]]) => {
    const count = leftOut.filter((file) => file.why === why).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
  });
  return counts.length === 0 ? "" : `Left out: ${counts.join(", ")}.`;
}
