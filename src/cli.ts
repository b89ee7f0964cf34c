#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import type { BuildCommandOptions } from "./commands/build.js";
import { asCalled, calledAs } from "./commands/called-by-npx.js";
import type { CheckCommandOptions } from "./commands/check.js";
import type { DiffOptions } from "./commands/diff.js";
import type { ExtensionHelp } from "./commands/extensions.js";
import type { InitOptions } from "./commands/init.js";
import type { LibraryOptions } from "./commands/settings.js";
import type { ThemeOptions } from "./commands/theme.js";
import type { VerifyCommandOptions } from "./commands/verify.js";
import { programVersion } from "./machine/version.js";

// Signals as shells count them: 128 and the signal's number.
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** The command line; each command is loaded when it is called, so that help answers at once. */
function describeCommands(
  finish: (status: number) => void,
  signal: AbortSignal,
  extensions: ExtensionHelp | undefined,
): Command {
  const formats = ["pdf", "epub", "docx", "jsonld", ...(extensions?.formats ?? [])].join(", ");
  const program = new Command(calledAs())
    .description("Publishes a library of patterns as a printed book, an e-book, Word handouts and a dataset.")
    .version(programVersion())
    .exitOverride()
    .showHelpAfterError(asCalled("Run pattern-press --help for what there is."))
    .addHelpText(
      "after",
      `\nBegin with: ${calledAs()} init my-patterns\n\nExit status: 0 all is well, 1 the patterns have errors, 2 the command or the configuration\nis wrong, 3 something the build needs is missing or broke.`,
    );
  if (extensions) program.addHelpText("afterAll", extensions.text);

  onLibrary(program.command("build"), "makes the editions")
    .option("--out <folder>", "where the editions go", "output")
    .option("--format <names>", `${formats}: one or several, joined by commas (default: all)`)
    .option("--select <condition>", "only these patterns: 'domain=governance,finance alignment>=4'")
    .option("--depth <steps>", "with --select: also what these patterns require, over so many steps")
    .option("--pack <name>", "only a workshop pack: one of the configuration, or what --select names")
    .option("--with <what>", "with --pack: cards, handouts or both")
    .option("--keep-going", "leave out what has errors and build the rest")
    .option("--all", "list every finding of the build")
    .option("--quiet", "say nothing but errors")
    .option("--json", "print the result as JSON, and no progress")
    .option("--watch", "build again whenever something changes, until Ctrl-C")
    .option("--since <old>", "write down what changed since an earlier output, or the manifest.json of one")
    .option("--verify", "at the end, read the editions and tell what of the sources is not in them")
    .action(async (source: string | undefined, options: BuildCommandOptions) => {
      if (options.watch) {
        const { runWatch } = await import("./commands/watch.js");
        return runWatch(source, options, process.argv.slice(1));
      }
      const begun = announce(options.quiet === true || options.json === true ? "never" : "always");
      const { runBuild } = await import("./commands/build.js");
      begun();
      finish(await runBuild(source, options, signal));
    });
  onLibrary(program.command("check"), "tells what does not hold, in which file and line")
    .option("--reporter <name>", "text, json or github", "text")
    .option("--all", "list the notes too, and every finding of a sort")
    .option("--strict", "warnings are errors")
    .option("--links", "ask the web for every address that the library leads to")
    .action(async (source: string | undefined, options: CheckCommandOptions) => {
      const begun = announce("terminal");
      const { runCheck } = await import("./commands/check.js");
      begun();
      finish(await runCheck(source, options, signal));
    });
  onLibrary(
    program.command("verify").argument("[output]", "the folder that a build filled (default: output)"),
    "reads the editions and tells what of the sources is not in them",
  )
    .option("--reporter <name>", "text, json or github", "text")
    .option("--json", "the same as --reporter json")
    .option("--all", "list every loss, and every word that was taken out")
    .option("--quiet", "show no progress")
    .action(async (out: string | undefined, source: string | undefined, options: VerifyCommandOptions) => {
      const begun = announce(options.quiet ? "never" : "terminal");
      const { runVerify } = await import("./commands/verify.js");
      begun();
      finish(await runVerify(out, source, options, signal));
    });
  onLibrary(
    program.command("explain").argument("<pattern>", "id, slug or number; or the id of a rule"),
    "says why a pattern has its number, or what a rule holds",
  ).action(async (name: string, source: string | undefined, options: LibraryOptions) => {
    const begun = announce("terminal");
    const { runExplain } = await import("./commands/explain.js");
    begun();
    finish(await runExplain(name, source, options, signal));
  });
  program
    .command("diff")
    .description("tells what changed from one edition to another")
    .argument("<old>", "the folder that a build filled, or its manifest.json")
    .argument("<new>", "the same of the later edition")
    .option("--reporter <name>", "text, json or markdown", "text")
    .option("--json", "the same as --reporter json")
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { runDiff } = await import("./commands/diff.js");
      finish(await runDiff(before, after, options));
    });
  program
    .command("init")
    .description("writes a small library to begin with")
    .argument("[dir]", "a folder that is new or empty; with --from the one for book.yaml", ".")
    .option("--from <folder>", "drafts book.yaml for a library that is there")
    .option("--github", "writes a workflow that checks, builds and publishes; alone where a library is there")
    .option("--gitlab", "the same for GitLab")
    .action(async (folder: string, options: InitOptions) => {
      const { runInit } = await import("./commands/init.js");
      finish(await runInit(folder, options));
    });
  program
    .command("schema")
    .description("prints a JSON Schema for editors")
    .argument("<what>", "book: of book.yaml; pattern: of front matter")
    .action(async (what: string) => {
      const { runSchema } = await import("./commands/schema.js");
      finish(await runSchema(what));
    });
  program
    .command("theme")
    .description("lists what a theme can change: tokens, templates and words, with what each does")
    .argument("[folder]", "write the list there, and files to begin with")
    .option("--copy <paths>", "with a folder: also these templates of ours, joined by commas")
    .action(async (folder: string | undefined, options: ThemeOptions) => {
      const { runTheme } = await import("./commands/theme.js");
      finish(await runTheme(folder, options));
    });
  program
    .command("browser")
    .description("tells which browser prints; “browser install” fetches one")
    .argument("[install]", "fetch Chrome's headless shell into puppeteer's folder")
    .action(async (action: string | undefined) => {
      const { runBrowser } = await import("./commands/browser.js");
      finish(await runBrowser(action));
    });
  return program;
}

/**
 * Says at once that the program is at work: to load what a command needs takes a second or two. On a terminal the line goes
 * when there is more to say.
 * @returns what takes the line away
 */
function announce(where: "always" | "terminal" | "never"): () => void {
  const { stderr } = process;
  if (where === "never" || (where === "terminal" && !stderr.isTTY)) return () => {};
  stderr.write(`  starting pattern-press ${programVersion()}${stderr.isTTY ? "" : "\n"}`);
  return stderr.isTTY ? () => void stderr.write("\r\u001B[K") : () => {};
}

function onLibrary(command: Command, description: string): Command {
  return command
    .description(description)
    .argument("[source]", "folder of .md files, read recursively (default: source of the configuration)")
    .option("--config <file>", "configuration (default: book.yaml, where there is one)")
    .option("--language <tag>", "the language of the book, where the library has several (default: book.language)")
    .option("--jobs <number>", "cores to use (default: all)")
    .option("--no-cache", "neither use nor keep anything of earlier runs");
}

/** What help says of the extensions of a library, where it has any: only then more is loaded than what help needs. */
async function helpOnExtensions(argv: readonly string[]): Promise<ExtensionHelp | undefined> {
  const given = argv.slice(2);
  if (given.length > 0 && !given.some((word) => ["help", "--help", "-h"].includes(word))) return undefined;
  const at = given.findIndex((word) => /^--config(?:=|$)/.test(word));
  const [, joined] = /^--config=(.*)$/.exec(given[at] ?? "") ?? [];
  const file = at < 0 ? "book.yaml" : (joined ?? given[at + 1] ?? "");
  if (!existsSync(file) || !/^["']?extend["']?\s*:/m.test(readFileSync(file, "utf8"))) return undefined;
  const { describeExtensions } = await import("./commands/extensions.js");
  return describeExtensions(file);
}

const QUOTES =
  "What --select takes stands together in quotation marks: --select 'domain=governance title=\"two words\"'";

/** Runs the command and returns the exit status. */
async function run(argv: readonly string[], signal: AbortSignal): Promise<number> {
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
async function tell(error: unknown): Promise<number> {
  try {
    const { describeProblem } = await import("./commands/problem.js");
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

const interruption = new AbortController();

/** Ends the process in the middle; nothing is left behind. */
function abandon(status: number): void {
  // This runs after puppeteer's own listener, which ends the browsers: otherwise they would go on writing to folders
  // that are being removed.
  process.once("exit", () => interruption.abort());
  process.exit(status);
}

for (const [name, status] of Object.entries(SIGNALS)) process.on(name, () => abandon(status));
// A promise that nothing awaits may fail too, for instance inside a package that we use.
process.once("uncaughtException", (error) => void tell(error).then(abandon));
// Node has nothing left to do, but the command has not finished.
process.once("beforeExit", () => {
  if (process.exitCode === undefined) void tell(new Error("the command waits for what will never come")).then(abandon);
});
// The reader of a pipe may have seen enough: `pattern-press check | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  console.error(error.message);
  process.exit(3);
});
process.exitCode = await run(process.argv, interruption.signal);
