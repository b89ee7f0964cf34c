import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { BrowserError } from "../browser/launch.js";
import { NoEditionError } from "../changes/read-edition.js";
import { ConfigError } from "../config/read-config.js";
import { showControls } from "../library/controls.js";
import { SelectionError } from "../library/select.js";
import { SourceFolderError } from "../library/source-files.js";
import { isOutOfMemory, isSystemError } from "../machine/system-error.js";
import { TemporaryFolderError } from "../machine/temporary.js";
import { generator } from "../machine/version.js";
import { OutputError } from "../output/target.js";
import { TemplateError } from "../page/template-files.js";
import { NoEditionsError } from "../verify/manifest.js";
import { asCalled } from "./called-by-npx.js";
import { displayPath } from "./settings.js";
import { UsageError } from "./usage-error.js";

/** What to tell about an error, and the exit status it gives. */
export interface Problem {
  message: string;
  status: 2 | 3;
}

interface Sort {
  test(error: Error): boolean;
  status: Problem["status"];
  /** What to do about it, where the message does not say so. */
  next?: string | (() => string);
}

const SORTS: readonly Sort[] = [
  { test: (error) => error instanceof UsageError, status: 2, next: "Run pattern-press --help for what there is." },
  { test: (error) => error instanceof SelectionError, status: 2 },
  {
    test: (error) => error instanceof ConfigError,
    status: 2,
    next: "Correct the configuration and run the command again.",
  },
  {
    test: (error) => error instanceof SourceFolderError,
    status: 2,
    next: () => {
      const elsewhere = findBookAbove();
      return elsewhere === undefined
        ? "Name the folder of your patterns after the command; or begin with pattern-press init DIR."
        : `There is a book.yaml in ${elsewhere}: go there and run the command again; or name the folder of your patterns after the command.`;
    },
  },
  {
    test: (error) => error instanceof TemplateError,
    status: 2,
    next: "Correct the template, or remove it to use ours.",
  },
  { test: (error) => error instanceof OutputError, status: 2 },
  {
    test: (error) => error instanceof NoEditionsError,
    status: 2,
    next: "Name the folder with the editions: pattern-press verify OUTPUT; or make them with pattern-press build.",
  },
  {
    test: (error) => error instanceof NoEditionError,
    status: 2,
    next: "Keep the output of the earlier edition, or its manifest.json, and name that: pattern-press diff OLD NEW.",
  },
  { test: (error) => error instanceof BrowserError, status: 3 },
  { test: (error) => error instanceof TemporaryFolderError, status: 3 },
  {
    test: (error) => ["ENOSPC", "EDQUOT"].includes(codeOf(error)),
    status: 3,
    next:
      "The disk is full. Make room there, or use another: --out for the editions, --no-cache to keep nothing in " +
      ".cache/pattern-press, TMPDIR for temporary files; the last output is as it was.",
  },
  {
    test: (error) => codeOf(error) === "EFBIG",
    status: 3,
    next: "Files may not grow as large as they have to. Raise the limit (ulimit -f unlimited); the last output is as it was.",
  },
  {
    test: isOutOfMemory,
    status: 3,
    next: "There is too little memory. Use fewer cores (--jobs 1), or a machine with more; the last output is as it was.",
  },
  {
    test: (error) => ["EMFILE", "ENFILE"].includes(codeOf(error)),
    status: 3,
    next:
      "Too few files may be open at once. Raise the limit (ulimit -n 4096), or use fewer cores (--jobs 1); " +
      "the last output is as it was.",
  },
  {
    test: (error) => codeOf(error) === "EAGAIN",
    status: 3,
    next:
      "No more processes may be started. End others, raise the limit (ulimit -u), or use fewer cores (--jobs 1); " +
      "the last output is as it was.",
  },
  {
    test: (error) => ["EACCES", "EPERM", "EROFS"].includes(codeOf(error)),
    status: 3,
    next:
      "Give yourself the right to read and write there, or use another folder: --out for the editions, --no-cache to keep " +
      "nothing in .cache/pattern-press, TMPDIR for temporary files.",
  },
  {
    test: (error) => "code" in error && error.code === "ERR_MODULE_NOT_FOUND",
    status: 3,
    next:
      "A part of pattern-press is missing, or cannot be opened. Raise the limit of open files (ulimit -n 4096) if it is low; " +
      "else install pattern-press again.",
  },
  {
    test: (error) => codeOf(error) !== "",
    status: 3,
    next: "Reading or writing failed; the last output is as it was. Look at the path and run the command again.",
  },
];

/** Words for an error that ended a command; anything unknown is a fault of the program. */
export function describeProblem(error: unknown): Problem {
  const problem = error instanceof Error ? error : new Error(String(error));
  const sort = SORTS.find(({ test }) => test(problem));
  if (!sort) return describeFault(problem);
  const next = asCalled(typeof sort.next === "function" ? sort.next() : (sort.next ?? ""));
  return { status: sort.status, message: [asCalled(showControls(problem.message)), next].filter(Boolean).join("\n") };
}

/** The nearest folder above that has a book.yaml, as a command can go there; undefined where this one has, or none. */
function findBookAbove(): string | undefined {
  const here = process.cwd();
  for (let at = here; dirname(at) !== at; at = dirname(at))
    if (existsSync(join(at, "book.yaml"))) return at === here ? undefined : displayPath(at);
  return undefined;
}

function codeOf(error: Error): string {
  return isSystemError(error) ? error.code : "";
}

function describeFault(error: Error): Problem {
  const trace = process.env.PATTERN_PRESS_TRACE ? `\n${error.stack ?? ""}` : "";
  return {
    status: 3,
    message:
      `${showControls(error.message)}\n` +
      `This is a fault of ${generator()}, not of your patterns; the last output is as it was.\n` +
      "Please report it with the command and what PATTERN_PRESS_TRACE=1 adds to this message." +
      trace,
  };
}
