import { existsSync, readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { describeCommands } from "./command-line.js";
import type { ExtensionHelp } from "./extensions.js";

/** What help says of the extensions of a library, where it has any: only then more is loaded than what help needs. */
async function helpOnExtensions(argv: readonly string[]): Promise<ExtensionHelp | undefined> {
  const given = argv.slice(2);
  if (given.length > 0 && !given.some((word) => ["help", "--help", "-h"].includes(word))) return undefined;
  const at = given.findIndex((word) => /^--config(?:=|$)/.test(word));
  const [, joined] = /^--config=(.*)$/.exec(given[at] ?? "") ?? [];
  const file = at < 0 ? "book.yaml" : (joined ?? given[at + 1] ?? "");
  if (!existsSync(file) || !/^["']?extend["']?\s*:/m.test(readFileSync(file, "utf8"))) return undefined;
  const { describeExtensions } = await import("./extensions.js");
  return describeExtensions(file);
}

const QUOTES =
  "What --select takes stands together in quotation marks: --select 'domain=governance title=\"two words\"'";

/** Runs the command and returns the exit status. */
export async function run(argv: readonly string[], signal: AbortSignal): Promise<number> {
  let status = 0;
  try {
    const finish = (result: number): void => {
      status = result;
    };
    const program = describeCommands(finish, signal, await helpOnExtensions(argv));
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    // commander has said what is wrong, or shown the help that was asked for.
    if (error instanceof CommanderError) {
      if (error.code === "commander.excessArguments" && argv.includes("--select")) console.error(QUOTES);
      return error.exitCode === 0 ? 0 : 2;
    }
    return tell(error);
  }
}

/** Says what the problem is and returns the exit status. */
export async function tell(error: unknown): Promise<number> {
  try {
    const { describeProblem } = await import("./problem.js");
    const problem = describeProblem(error);
    console.error(problem.message);
    return problem.status;
  } catch {
    // When too few files may be open, the module with the words for this error cannot be read either, and is said not to be there.
    const reason = isUnreadable(error) ? "" : `${error instanceof Error ? firstLine(error) : String(error)}\n`;
    console.error(
      `${reason}Too few files may be open at once, or too little memory is left. Raise the limit (ulimit -n 4096); the last output is as it was.`,
    );
    return 3;
  }
}

/** Of a module that is not found, or may not be opened. */
function isUnreadable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|EMFILE|ENFILE)$/.test(code);
}

function firstLine({ message }: Error): string {
  return message.split("\n")[0] ?? "";
}
