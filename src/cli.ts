#!/usr/bin/env node
import { Command } from "commander";
import type { BuildCommandOptions } from "./commands/build.js";

const program = new Command("pattern-press");

program
  .command("build")
  .argument("[SOURCE]", "folder of .md files; else the configuration's")
  .option("--config <file>", "configuration; else book.yaml of this folder")
  .option("--out <folder>", "where the editions go", "output")
  .option("--format <names>", "pdf, epub, docx, jsonld; several joined by commas")
  .option("--select <condition>", "only patterns for which this holds")
  .option("--keep-going", "leave out what has errors and build the rest")
  .option("--jobs <number>", "cores to use; else all")
  .option("--no-cache", "neither use nor keep anything from earlier builds")
  .option("--quiet", "say nothing but errors")
  .option("--json", "print the result as JSON")
  .action(async (source: string | undefined, options: BuildCommandOptions) => {
    const { runBuild } = await import("./commands/build.js");
    process.exitCode = await runBuild(source, options);
  });

await program.parseAsync();
