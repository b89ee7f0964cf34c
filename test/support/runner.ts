import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import { programRepository } from "../../src/machine/version.js";
import { ROOT, temporaryFolder } from "./editions.js";

export type Runner = ReturnType<typeof openRunner>;

/** A repository with a library in `book/`, and the folders of a runner. */
export function openRunner() {
  const folder = temporaryFolder();
  const paths = Object.fromEntries(["repo", "temp", "bin"].map((name) => [name, join(folder, name)]));
  const { repo = "", temp = "", bin = "" } = paths;
  for (const path of [repo, temp, bin]) mkdirSync(path);
  cpSync(join(ROOT, "starter"), join(repo, "book"), { recursive: true });
  const git = (...args: string[]) =>
    spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: repo, encoding: "utf8" });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "all");
  stub(bin, "npm", [
    // What it would install and compile is there; of the registry's package, the command as it would stand there.
    '[ "$1" = install ] || exit 0',
    `printf '#!/bin/bash\\nexec "${process.execPath}" "${join(ROOT, "dist/cli.js")}" "$@"\\n' > "$3/node_modules/.bin/pattern-press"`,
    'chmod +x "$3/node_modules/.bin/pattern-press"',
  ]);
  const env: Record<string, string> = {
    PATH: [bin, join(temp, "pattern-press/node_modules/.bin"), process.env.PATH].join(delimiter),
    HOME: folder,
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_WORKSPACE: repo,
    RUNNER_TEMP: temp,
    PUPPETEER_EXECUTABLE_PATH: process.execPath,
    ...Object.fromEntries(["PATH", "OUTPUT", "STEP_SUMMARY"].map((name) => [`GITHUB_${name}`, join(folder, name)])),
  };
  for (const name of ["GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]) writeFileSync(env[name] ?? "", "");
  const read = (name: string): string => readFileSync(env[name] ?? "", "utf8");
  return { folder, repo, env, git, read };
}

/** Puts a command on the runner's PATH that writes its arguments down, one call a line, and then does what the lines say. */
export function stub(bin: string, name: string, lines: readonly string[] = []): void {
  const log = join(bin, "..", `${name}.log`);
  const script = ["#!/bin/bash", `echo "$*" >> "${log}"`, ...lines];
  writeFileSync(join(bin, name), `${script.join("\n")}\n`, { mode: 0o755 });
}

export interface Step {
  id?: string;
  name?: string;
  uses?: string;
  if?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
  "working-directory"?: string;
}

/** What a step did: a command of it, or an action of somebody else's, which is only written down. */
export interface Done {
  name: string;
  status: number;
  output: string;
  with: Record<string, string>;
}

type Values = Record<string, unknown>;
/** What steps said of themselves, by their ids. */
type Outputs = Record<string, { outputs: Values }>;

/**
 * Runs the steps of a job as a runner does: expressions filled in, conditions asked, outputs and PATH carried on; our own
 * action's steps by its action.yml. After a step that fails only those run that always do.
 */
export function runSteps(runner: Runner, steps: readonly Step[], context: Values): Done[] {
  return walk(runner, steps, context).done;
}

function walk(runner: Runner, steps: readonly Step[], context: Values): { done: Done[]; values: Values } {
  const outputs: Outputs = {};
  const values: Values = { ...context, steps: outputs, runner: { temp: runner.env.RUNNER_TEMP, os: "Linux" } };
  const done: Done[] = [];
  for (const step of steps) {
    const failed = done.some(({ status }) => status !== 0);
    if (failed && !step.if?.includes("always()")) continue;
    if (step.if !== undefined && !evaluate(step.if, values)) continue;
    const given = fillAll(step.with ?? {}, values);
    const name = step.name ?? step.id ?? step.uses ?? "";
    if (step.uses?.startsWith(programRepository())) {
      done.push(...runAction(runner, step.id, { given, values, outputs }));
    } else if (step.run === undefined) {
      done.push({ name: step.uses ?? name, status: 0, output: "", with: given });
    } else {
      const cwd = join(runner.repo, fill(step["working-directory"] ?? ".", values));
      const told = join(runner.folder, "told");
      writeFileSync(told, "");
      const env = { ...runner.env, ...fillAll(step.env ?? {}, values), GITHUB_OUTPUT: told };
      const script = fill(step.run, values);
      const { status, stdout, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], {
        cwd,
        env: { ...env, PATH: [...lines(runner.read("GITHUB_PATH")), runner.env.PATH].join(delimiter) },
        encoding: "utf8",
      });
      const pairs = lines(readFileSync(told, "utf8")).map((line) => line.split(/=(.*)/s).slice(0, 2));
      if (step.id !== undefined) outputs[step.id] = { outputs: Object.fromEntries(pairs) };
      done.push({ name, status: status ?? 1, output: `${stdout}${stderr}`, with: given });
    }
  }
  return { done, values };
}

interface Call {
  given: Record<string, string>;
  values: Values;
  outputs: Outputs;
}

/** The steps of our own action, with what it was given over what its inputs are without that. */
function runAction(runner: Runner, id: string | undefined, { given, values, outputs }: Call): Done[] {
  const { inputs, runs, ...action } = parse(readFileSync(join(ROOT, "action.yml"), "utf8"));
  const standard = Object.entries<{ default: string }>(inputs).map(([name, { default: value }]) => [name, value]);
  const own: Values = { ...values, inputs: { ...Object.fromEntries(standard), ...given } };
  const { done, values: inner } = walk(runner, runs.steps, own);
  if (id !== undefined) {
    const made = Object.entries<{ value: string }>(action.outputs).map(([name, { value }]) => [
      name,
      fill(value, inner),
    ]);
    outputs[id] = { outputs: Object.fromEntries(made) };
  }
  return done;
}

const lines = (text: string): string[] => text.split("\n").filter(Boolean);

function fillAll(map: Values, values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, fill(String(value), values)]));
}

function fill(text: string, values: Values): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => String(evaluate(expression, values) ?? ""));
}

/** An expression of a workflow: but for names that are not there, which are nothing, it reads as JavaScript does. */
function evaluate(expression: string, values: Values): unknown {
  return runInNewContext(expression.replace(/(?<=\w)\.(?=\w)/g, "?."), { ...values, always: () => true });
}
