// The house as it is meant to be: rooms of src/ and, of each, the rooms that its files may import. Those above stand before
// those below. .dependency-cruiser.mjs holds every import against it, and .ci/picture.mjs draws what there is.
export const ROOMS = {
  cli: ["commands", "machine"],
  commands: [
    "build",
    "report",
    "changes",
    "drafting",
    "verify",
    "restyling",
    "watching",
    "workplace",
    "config",
    "extensions",
    "formats",
    "output",
    "page",
    "library",
    "browser",
    "web",
    "machine",
  ],
  // What a program of others needs: types alone.
  index: ["extensions", "formats", "library"],
  report: ["build", "verify", "output", "changes", "library"],
  build: ["workplace", "config", "extensions", "output", "formats", "changes", "diagrams", "page", "library", "machine"],
  drafting: ["report", "library"],
  verify: ["library", "threads", "trees"],
  watching: [],
  restyling: ["formats", "page", "library"],
  workplace: ["config", "extensions", "pictures", "page", "library", "browser", "threads", "machine"],
  output: ["formats", "library", "machine"],
  config: ["extensions", "formats", "book", "library"],
  extensions: ["formats", "page", "library", "machine"],
  formats: ["diagrams", "print", "page", "linked-data", "changes", "book", "library", "browser", "archives", "trees", "threads", "machine"],
  print: ["page", "library", "browser", "threads", "machine"],
  diagrams: ["page", "library", "browser", "threads", "machine"],
  pictures: ["library", "trees", "threads", "machine"],
  page: ["library", "trees"],
  "linked-data": ["book", "library", "trees"],
  changes: ["library", "machine"],
  book: ["library"],
  library: ["trees", "threads", "machine"],
  browser: ["threads", "machine"],
  web: ["threads", "machine"],
  archives: [],
  trees: [],
  threads: [],
  machine: [],
};

/** Formats, which know nothing of each other; what several need stands beside their folders. */
export const FORMATS = ["pdf", "epub", "docx", "dataset"];

/** The files of a room, as a regular expression: a folder, or a file in the hall. */
export function filesOf(room) {
  return `^src/${room}(/|\\.ts$)`;
}
