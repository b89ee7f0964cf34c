import { Command } from "commander";
import { programVersion } from "../machine/version.js";
import type { BuildCommandOptions } from "./build.js";
import { asCalled, calledAs } from "./called-by-npx.js";
import type { CheckCommandOptions } from "./check.js";
import type { DiffOptions } from "./diff.js";
import type { ExtensionHelp } from "./extensions.js";
import { sayWhoseOption } from "./foreign-option.js";
import type { InitOptions } from "./init.js";
import type { LibraryOptions } from "./settings.js";
import type { ThemeOptions } from "./theme.js";
import type { VerifyCommandOptions } from "./verify.js";

/** The command line; each command is loaded when it is called, so that help answers at once. */
export function describeCommands(
  finish: (status: number) => void,
  signal: AbortSignal,
  extensions: ExtensionHelp | undefined,
): Command {
  const formats = ["pdf", "epub", "docx", "jsonld", ...(extensions?.formats ?? [])].join(", ");
  const program = new Command(calledAs())
    .description("Publishes a library of patterns as a printed book, an e-book, Word handouts and a dataset.")
    .version(programVersion())
    .exitOverride()
    .configureOutput({ outputError: (message, write) => write(sayWhoseOption(program, message)) })
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
        const { runWatch } = await import("./watch.js");
        return runWatch(source, options, process.argv.slice(1));
      }
      const begun = announce(options.quiet === true || options.json === true ? "never" : "always");
      const { runBuild } = await import("./build.js");
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
      const { runCheck } = await import("./check.js");
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
      const { runVerify } = await import("./verify.js");
      begun();
      finish(await runVerify(out, source, options, signal));
    });
  onLibrary(
    program.command("explain").argument("<pattern>", "id, slug or number; or the id of a rule"),
    "says why a pattern has its number, or what a rule holds",
  ).action(async (name: string, source: string | undefined, options: LibraryOptions) => {
    const begun = announce("terminal");
    const { runExplain } = await import("./explain.js");
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
      const { runDiff } = await import("./diff.js");
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
      const { runInit } = await import("./init.js");
      finish(await runInit(folder, options));
    });
  program
    .command("schema")
    .description("prints a JSON Schema for editors")
    .argument("<what>", "book: of book.yaml; pattern: of front matter")
    .action(async (what: string) => {
      const { runSchema } = await import("./schema.js");
      finish(await runSchema(what));
    });
  program
    .command("theme")
    .description("lists what a theme can change: tokens, templates and words, with what each does")
    .argument("[folder]", "write the list there, and files to begin with")
    .option("--copy <paths>", "with a folder: also these templates of ours, joined by commas")
    .action(async (folder: string | undefined, options: ThemeOptions) => {
      const { runTheme } = await import("./theme.js");
      finish(await runTheme(folder, options));
    });
  program
    .command("browser")
    .description("tells which browser prints; “browser install” fetches one")
    .argument("[install]", "fetch Chrome's headless shell into puppeteer's folder")
    .action(async (action: string | undefined) => {
      const { runBrowser } = await import("./browser.js");
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
